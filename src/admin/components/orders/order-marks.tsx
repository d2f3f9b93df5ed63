import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ChannelOrder } from "../../lib/types"

/** What is said of an order beside its status: parked, ignored, and its flags. */
export function OrderMarks({
  order,
}: {
  order: Pick<ChannelOrder, "import_state" | "flags">
}) {
  const { t } = useTranslation()
  return (
    <>
      {order.import_state !== "imported" && (
        <Badge
          size="2xsmall"
          color={order.import_state === "blocked" ? "orange" : "grey"}
        >
          {t(`marketplaces.import_state.${order.import_state}`)}
        </Badge>
      )}
      {(order.flags ?? []).map((flag) => (
        <Badge key={flag} size="2xsmall" color="red">
          {t(`marketplaces.order_flag.${flag}`, { defaultValue: flag })}
        </Badge>
      ))}
    </>
  )
}
