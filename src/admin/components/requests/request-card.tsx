import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { BuyerRequest } from "../../lib/types"
import { type OnAnswer, RequestAnswers } from "./request-answers"
import { RequestDeadline } from "./request-deadline"
import { RequestStateBadge } from "./request-state-badge"

/** What the buyer of an order asks for, and the two answers while they are open. */
export function RequestCard({
  request,
  onAnswer,
}: {
  request: BuyerRequest
  onAnswer: OnAnswer
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const units = request.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const facts = [
    request.reason_text ?? request.reason,
    units > 0 && t("marketplaces.requests.units", { count: units }),
    format.money(request.refund_amount, request.currency_code),
    request.tracking_number,
    request.received_at && t("marketplaces.requests.goods_received"),
  ].filter(Boolean)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus">
          {t(`marketplaces.request_kind.${request.kind}`)}
        </Text>
        <RequestStateBadge state={request.state} />
        <RequestDeadline request={request} />
      </div>
      {facts.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {facts.join(" · ")}
        </Text>
      )}
      <RequestAnswers request={request} onAnswer={onAnswer} />
    </div>
  )
}
