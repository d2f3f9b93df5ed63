import { FocusModal, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { BuyerRequestAnswerKind } from "../../../domain/returns/buyer-request"
import { useFormat } from "../../hooks/use-format"
import type { BuyerRequest } from "../../lib/types"
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
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header />
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto flex w-full max-w-2xl flex-col gap-y-6 px-6 py-8">
            <div>
              <FocusModal.Title asChild>
                <Heading>
                  {t(`marketplaces.order_actions.${action}_title`)}
                </Heading>
              </FocusModal.Title>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`marketplaces.order_actions.${action}_hint`)}
              </Text>
            </div>
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
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
