import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type BuyerRequestAnswerKind,
  isToAnswer,
} from "../../../domain/returns/buyer-request"
import type { BuyerRequest } from "../../lib/types"

export type OnAnswer = (
  request: BuyerRequest,
  answer: BuyerRequestAnswerKind
) => void

const LABELS: Record<BuyerRequestAnswerKind, string> = {
  approve: "marketplaces.requests.approve",
  reject: "marketplaces.requests.reject",
}

/** Accept and refuse, as far as the marketplace takes them; nothing when it takes neither. */
export function RequestAnswers({
  request,
  onAnswer,
}: {
  request: BuyerRequest
  onAnswer: OnAnswer
}) {
  const { t } = useTranslation()
  if (!isToAnswer(request)) {
    return null
  }
  return (
    <div className="flex flex-wrap gap-2 p-0.5">
      {request.answers.map((answer) => (
        <Button
          key={answer}
          size="small"
          variant="secondary"
          onClick={() => onAnswer(request, answer)}
        >
          {t(LABELS[answer])}
        </Button>
      ))}
    </div>
  )
}
