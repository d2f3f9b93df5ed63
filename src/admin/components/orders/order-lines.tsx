import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { ChannelOrder, ChannelOrderLine } from "../../lib/types"
import { Picture } from "../common/picture"

/** Once an order has come in or is ignored, a missing link no longer matters to it. */
function waitsForLinks({ import_state }: ChannelOrder): boolean {
  return import_state === "blocked" || import_state === "pending"
}

/** What is special about a line. */
function LineMarks({
  line: { is_gift, cancelled_quantity = 0, variant_id },
  waits,
}: {
  line: ChannelOrderLine
  /** The order waits for its products to be linked. */
  waits: boolean
}) {
  const { t } = useTranslation()
  return (
    <>
      {is_gift && <span> {t("marketplaces.orders.line_gift")}</span>}
      {cancelled_quantity > 0 && (
        <span className="text-ui-fg-error">
          {" "}
          {t("marketplaces.orders.line_cancelled", {
            quantity: cancelled_quantity,
          })}
        </span>
      )}
      {waits && !variant_id && (
        <span className="text-ui-tag-orange-text">
          {" "}
          {t("marketplaces.orders.line_not_linked")}
        </span>
      )}
    </>
  )
}

/** What was bought, with price and whether the shop knows it. */
export function OrderLines({ order }: { order: ChannelOrder }) {
  const format = useFormat()
  return (
    <ul className="divide-y">
      {(order.lines ?? []).map((line) => (
        <li key={line.id} className="flex items-center gap-x-3 px-6 py-3">
          <Picture url={line.image_url} />
          <div className="min-w-0 flex-1">
            <Text size="small" className="break-words">
              {line.title}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle break-words">
              {[line.sku_title, line.seller_sku].filter(Boolean).join(" · ")}
              <LineMarks line={line} waits={waitsForLinks(order)} />
            </Text>
          </div>
          <Text size="small" className="whitespace-nowrap">
            {format.money(line.unit_price, order.currency_code)} ×{" "}
            {line.quantity}
          </Text>
        </li>
      ))}
    </ul>
  )
}
