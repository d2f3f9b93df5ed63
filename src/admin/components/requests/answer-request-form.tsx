import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { BuyerRequestAnswerKind } from "../../../domain/returns/buyer-request"
import {
  useAnswerBuyerRequest,
  useRejectReasons,
} from "../../hooks/api/buyer-requests"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import type { BuyerRequest, Run } from "../../lib/types"
import { LabelledSelect } from "../common/labelled-select"
import { QueryState } from "../common/query-state"
import { FormButtons } from "../order-actions/form-buttons"
import { TextField } from "../order-actions/text-field"

/** Accepts or refuses one request; a refusal takes one of the marketplace's reasons. */
export function AnswerRequestForm({
  request,
  answer,
  onStarted,
  onClose,
}: {
  request: BuyerRequest
  answer: BuyerRequestAnswerKind
  onStarted: (run: Run) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const send = useAnswerBuyerRequest(request.id)
  const onError = useFailureToast()
  const refuses = answer === "reject"
  const reasons = useRejectReasons(refuses ? request.id : "")
  const [reason, setReason] = useState("")
  const [comment, setComment] = useState("")
  return (
    <>
      {request.reason_text && (
        <Text size="small">
          {t("marketplaces.requests.buyers_reason")}: {request.reason_text}
        </Text>
      )}
      {refuses && (
        <>
          <QueryState query={reasons} rows={1}>
            {(data) => (
              <LabelledSelect
                label={t("marketplaces.order_actions.reason")}
                placeholder={t("marketplaces.order_actions.choose_reason")}
                value={reason}
                options={data.reasons.map(({ value, label }) => ({
                  value,
                  label: format.localized(label),
                }))}
                onChange={setReason}
              />
            )}
          </QueryState>
          <TextField
            label={t("marketplaces.order_actions.comment")}
            value={comment}
            onChange={setComment}
          />
        </>
      )}
      <FormButtons
        label={t(
          refuses
            ? "marketplaces.requests.reject"
            : "marketplaces.requests.approve"
        )}
        harsh={refuses || request.kind === "cancellation"}
        disabled={refuses && !reason}
        busy={send.isPending}
        onCancel={onClose}
        onGo={() =>
          send.mutate(
            {
              answer,
              ...(refuses && { reason }),
              ...(refuses && comment.trim() && { comment: comment.trim() }),
            },
            { onSuccess: ({ run }) => onStarted(run), onError }
          )
        }
      />
    </>
  )
}
