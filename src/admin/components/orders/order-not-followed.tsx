import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { settleProblem } from "../../lib/settle-problem"

/** Why the Medusa order does not follow, and what removes it. */
export function OrderNotFollowed({ reason }: { reason: string }) {
  const { t } = useTranslation()
  return (
    <div className="bg-ui-bg-subtle px-6 py-3" role="status">
      <Text size="small" weight="plus">
        {t("marketplaces.orders.not_followed")}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {t(`marketplaces.settle_remedies.${settleProblem(reason)}`)}
      </Text>
      <Text size="xsmall" className="text-ui-fg-muted break-words">
        {reason}
      </Text>
    </div>
  )
}
