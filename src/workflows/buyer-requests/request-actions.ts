import { OrderAction } from "../../domain/orders/order-action"
import {
  BuyerRequestAnswerKind,
  BuyerRequestKind,
} from "../../domain/returns/buyer-request"

/** A stored request, as far as answering it looks at it. */
export type AnswerableRequest = { kind: string; answers: string[] }

/** The action that gives an answer to a request of a kind. */
export function answerAction(
  kind: BuyerRequestKind,
  answer: BuyerRequestAnswerKind
): OrderAction {
  return kind === "cancellation" ? `${answer}_cancellation` : `${answer}_return`
}

/**
 * What staff may do with an order's requests, from the stored copies: a proposal, for they
 * are read afresh before anything is answered.
 */
export function requestActions(requests: AnswerableRequest[]): OrderAction[] {
  const actions = requests.flatMap(({ kind, answers }) =>
    answers.map((answer) =>
      answerAction(kind as BuyerRequestKind, answer as BuyerRequestAnswerKind)
    )
  )
  return [...new Set(actions)]
}
