import { useState } from "react"
import type { BuyerRequestAnswerKind } from "../../domain/returns/buyer-request"
import { AnswerRequestModal } from "../components/requests/answer-request-modal"
import type { OnAnswer } from "../components/requests/request-answers"
import type { BuyerRequest } from "../lib/types"

/**
 * The dialog that answers a request, kept beside the list: an answered request leaves the
 * list before the person has read what became of it.
 */
export function useAnswering(): {
  onAnswer: OnAnswer
  modal: JSX.Element | null
} {
  const [answering, setAnswering] = useState<{
    request: BuyerRequest
    answer: BuyerRequestAnswerKind
  } | null>(null)
  const [onAnswer] = useState(
    (): OnAnswer => (request, answer) => setAnswering({ request, answer })
  )
  return {
    onAnswer,
    modal: answering && (
      <AnswerRequestModal {...answering} onClose={() => setAnswering(null)} />
    ),
  }
}
