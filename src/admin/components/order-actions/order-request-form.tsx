import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useOrder } from "../../hooks/api/orders"
import type { ChannelOrder } from "../../lib/types"
import { QueryState } from "../common/query-state"
import { AnswerRequestForm } from "../requests/answer-request-form"
import type { ActionFormProps } from "./order-action-form"

/** Answers what the buyer of one order asks for. */
export function OrderRequestForm({
  action,
  orders,
  onStarted,
  onClose,
}: ActionFormProps) {
  const { t } = useTranslation()
  const answer = action.startsWith("approve") ? "approve" : "reject"
  const order = useOrder(orders[0]?.id ?? "")
  return (
    <QueryState query={order}>
      {(data) => {
        const request = requestOf(data.order, action)
        return request ? (
          <AnswerRequestForm
            request={request}
            answer={answer}
            onStarted={(run) => onStarted([run])}
            onClose={onClose}
          />
        ) : (
          <Text size="small">{t("marketplaces.order_actions.none")}</Text>
        )
      }}
    </QueryState>
  )
}

function requestOf(order: ChannelOrder, action: ActionFormProps["action"]) {
  return action.endsWith("cancellation")
    ? order.cancellation_request
    : order.returns?.find(({ answers }) => answers.length > 0)
}
