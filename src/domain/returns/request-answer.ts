import {
  BuyerRequestAnswerKind,
  BuyerRequestState,
  NeutralBuyerRequest,
} from "./buyer-request"
import { RequestAnswered, RequestProblem } from "./request-answer-codes"

/** What a person wants of an order's request. */
export type RequestWish = {
  answer: BuyerRequestAnswerKind
  /** Cancellations have their own answers; everything else is about delivered goods. */
  about: "cancellation" | "return"
  /** The marketplace's id; null for the one that is open. */
  external_id: string | null
}

export type RequestDecision =
  | { kind: "answer"; request: NeutralBuyerRequest }
  | { kind: "problem"; code: RequestProblem }

/** The request that goes on under another id is over in effect. */
export function isSuperseded({
  next_external_id,
}: Pick<NeutralBuyerRequest, "next_external_id">): boolean {
  return next_external_id !== null
}

/**
 * Decides which request of an order is answered, or why none is.
 * @param requests all of the order, read just before.
 */
export function decideRequestAnswer(
  wish: RequestWish,
  requests: NeutralBuyerRequest[]
): RequestDecision {
  const meant = requests.filter(
    (request) =>
      (request.kind === "cancellation") === (wish.about === "cancellation") &&
      !isSuperseded(request) &&
      (wish.external_id === null || request.external_id === wish.external_id)
  )
  const open = meant.filter(({ answers }) => answers.length > 0)
  if (open.length > 1) {
    return { kind: "problem", code: "several_requests" }
  }
  if (open.length === 1) {
    return open[0].answers.includes(wish.answer)
      ? { kind: "answer", request: open[0] }
      : { kind: "problem", code: "answer_not_offered" }
  }
  const newest = newestOf(meant)
  if (newest && isUndecided(newest)) {
    return { kind: "problem", code: "answer_not_offered" }
  }
  return {
    kind: "problem",
    code:
      newest && answerOf(newest.state) ? "already_answered" : "no_open_request",
  }
}

/** True while it is open, though it may not be the seller's turn. */
function isUndecided({ state }: Pick<NeutralBuyerRequest, "state">): boolean {
  return state === "waiting" || state === "offered"
}

function newestOf(requests: NeutralBuyerRequest[]): NeutralBuyerRequest | null {
  const [newest] = [...requests].sort(
    (a, b) => b.requested_at.getTime() - a.requested_at.getTime()
  )
  return newest ?? null
}

/** How a request was decided, as far as its state tells. */
function answerOf(state: BuyerRequestState): BuyerRequestAnswerKind | null {
  switch (state) {
    case "approved":
    case "shipped_back":
    case "settled":
      return "approve"
    case "refused":
      return "reject"
    default:
      return null
  }
}

/** The code of an answer that was given as wanted. */
export function answeredCode(answer: BuyerRequestAnswerKind): RequestAnswered {
  return answer === "approve" ? "approved" : "rejected_request"
}

/**
 * What became of an answer that was lost, judged by the request read again (null when that
 * could not be read either). One that is still undecided proves nothing: the answer may be
 * under way, so it is for a person to look. A cancellation that ended without being granted
 * is as a refusal wanted it: TikTok Shop gives it the same status when it is taken back.
 * @param asked_raw_status the marketplace's word when it was answered.
 */
export function judgeLostRequestAnswer(
  answer: BuyerRequestAnswerKind,
  asked_raw_status: string,
  request: Pick<
    NeutralBuyerRequest,
    "kind" | "state" | "raw_status" | "next_external_id"
  > | null
):
  | { ok: true; code: RequestAnswered }
  | { ok: false; code: RequestProblem | "outcome_unknown" } {
  if (!request || request.raw_status === asked_raw_status) {
    return { ok: false, code: "outcome_unknown" }
  }
  if (isSuperseded(request)) {
    return { ok: false, code: "no_open_request" }
  }
  if (isUndecided(request)) {
    return { ok: false, code: "outcome_unknown" }
  }
  const ended = request.kind === "cancellation" && request.state === "withdrawn"
  const decided = ended ? "reject" : answerOf(request.state)
  if (decided === answer) {
    return { ok: true, code: answeredCode(answer) }
  }
  return {
    ok: false,
    code: decided && !ended ? "already_answered" : "no_open_request",
  }
}
