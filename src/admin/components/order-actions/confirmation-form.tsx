import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useConfirmation } from "../../hooks/api/orders"
import { QueryState } from "../common/query-state"
import { AnswerForm } from "./answer-form"
import type { ActionFormProps } from "./order-action-form"

/**
 * Confirms or refuses. What there is to choose is read from the marketplace now; for several
 * orders of one channel the first one tells, orders of several channels have none.
 */
export function ConfirmationForm(form: ActionFormProps) {
  const { t } = useTranslation()
  const [first, ...more] = form.orders
  const one_channel = more.every(
    ({ channel_id }) => channel_id === first?.channel_id
  )
  const confirmation = useConfirmation(first && one_channel ? first.id : "")
  if (!one_channel) {
    return (
      <>
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.order_actions.several_channels")}
        </Text>
        <AnswerForm {...form} confirmation={null} />
      </>
    )
  }
  return (
    <QueryState query={confirmation} rows={4}>
      {(data) => <AnswerForm {...form} confirmation={data.confirmation} />}
    </QueryState>
  )
}
