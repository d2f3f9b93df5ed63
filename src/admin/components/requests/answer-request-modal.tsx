import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { BuyerRequestAnswerKind } from "../../../domain/returns/buyer-request"
import { useFormat } from "../../hooks/use-format"
import type { BuyerRequest } from "../../lib/types"
import { FocusDialog } from "../common/focus-dialog"
import { OrderActionRuns } from "../order-actions/order-action-runs"
import { AnswerRequestForm } from "./answer-request-form"

/** Says what an answer means, takes the reason, and shows what became of it. */
export function AnswerRequestModal({
  request,
  answer,
  onClose,
}: {
  request: BuyerRequest
  answer: BuyerRequestAnswerKind
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [run_id, setRunId] = useState("")
  const about = request.kind === "cancellation" ? "cancellation" : "return"
  const action = `${answer}_${about}` as const
  return (
    <FocusDialog
      title={t(`marketplaces.order_actions.${action}_title`)}
      hint={t(`marketplaces.order_actions.${action}_hint`)}
      onClose={onClose}
    >
      <Text size="small" weight="plus">
        {[
          t("marketplaces.orders.one", {
            id: request.order_external_id,
          }),
          t(`marketplaces.request_kind.${request.kind}`),
          format.money(request.refund_amount, request.currency_code),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {run_id ? (
        <OrderActionRuns
          action={action}
          runs={[{ id: run_id }]}
          onRetry={() => setRunId("")}
          onPrint={onClose}
          onClose={onClose}
        />
      ) : (
        <AnswerRequestForm
          request={request}
          answer={answer}
          onStarted={({ id }) => setRunId(id)}
          onClose={onClose}
        />
      )}
    </FocusDialog>
  )
}
