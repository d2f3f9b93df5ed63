import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import { useConfirmation } from "../../hooks/api/orders"
import type { ChannelOrder } from "../../lib/types"
import { QueryState } from "../common/query-state"
import { AnswerForm } from "./answer-form"
import { OrderNames } from "./order-names"

/**
 * The choices of an action. What there is to choose is read from the marketplace now; for
 * several orders of one channel the first one tells, orders of several channels have none.
 */
export function OrderActionForm({
  action,
  orders,
  left_out,
  onStarted,
  onClose,
}: {
  action: OrderAction
  orders: ChannelOrder[]
  left_out: number
  onStarted: (run_id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [first, ...more] = orders
  const one_channel = more.every(
    ({ channel_id }) => channel_id === first.channel_id
  )
  const confirmation = useConfirmation(first && one_channel ? first.id : "")
  const form = { action, orders, onStarted, onClose }
  return (
    <div className="flex flex-col gap-y-6">
      {first && <OrderNames orders={orders} />}
      {left_out > 0 && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("marketplaces.order_actions.left_out", { count: left_out })}
        </Text>
      )}
      {!first && (
        <Text size="small">{t("marketplaces.order_actions.none")}</Text>
      )}
      {first && !one_channel && (
        <>
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.order_actions.several_channels")}
          </Text>
          <AnswerForm {...form} confirmation={null} />
        </>
      )}
      {first && one_channel && (
        <QueryState query={confirmation} rows={4}>
          {(data) => <AnswerForm {...form} confirmation={data.confirmation} />}
        </QueryState>
      )}
    </div>
  )
}
