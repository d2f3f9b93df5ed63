import { hash } from "node:crypto"
import { OrderAction } from "../../domain/orders/order-action"
import {
  AnswersBuyerRequests,
  BuyerRequestAnswer,
} from "../../domain/provider/answers-buyer-requests"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import {
  answeredCode,
  decideRequestAnswer,
  judgeLostRequestAnswer,
  RequestWish,
} from "../../domain/returns/request-answer"
import {
  ActedOrder,
  ActionOutcome,
  failureOutcome,
} from "../order-actions/action-result"
import { giveAnswer } from "../order-actions/give-answer"
import { SaidLine } from "../order-actions/said-so-far"
import { Channel } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import { readRequestsOfOrders } from "./read-requests-of-orders"

export type RequestAnswerTask = {
  action: OrderAction
  channel: Channel
  provider: MarketplaceProvider & AnswersBuyerRequests
  wish: RequestWish
  answer: BuyerRequestAnswer
}

/**
 * Answers an order's request that was read just before, at most once, its order's lock held.
 */
export async function answerRequest(
  context: RunContext,
  { channel, provider, wish, answer }: RequestAnswerTask,
  access: ChannelAccess,
  order: ActedOrder,
  requests: NeutralBuyerRequest[]
): Promise<ActionOutcome> {
  const decision = decideRequestAnswer(wish, requests)
  if (decision.kind !== "answer") {
    return { ok: false, code: decision.code }
  }
  const { request } = decision
  const { external_id, raw_status } = request
  const params = { request: external_id, asked_at: raw_status }
  const given = await giveAnswer(context, channel, order, {
    params,
    send: () =>
      provider.answerBuyerRequest(
        access,
        request,
        answer,
        idempotencyKey(context.run.id, external_id)
      ),
    readAgain: async () =>
      requestWithId(
        await readRequestsOfOrders(provider, access, [order.external_id]),
        external_id
      ),
  })
  switch (given.kind) {
    case "taken":
      return { ok: true, code: answeredCode(wish.answer), params }
    case "lost":
      return {
        ...judgeLostRequestAnswer(wish.answer, raw_status, given.now),
        params,
      }
    case "refused":
      return given.error.kind === "not_found"
        ? { ok: false, code: "no_open_request" }
        : failureOutcome(given.error)
  }
}

/** What became of an answer that this run was about to give before a crash. */
export function judgeAfterCrash(
  { wish }: RequestAnswerTask,
  { params }: SaidLine,
  requests: NeutralBuyerRequest[]
): ActionOutcome {
  const said = {
    request: String(params.request ?? ""),
    asked_at: String(params.asked_at ?? ""),
  }
  return {
    ...judgeLostRequestAnswer(
      wish.answer,
      said.asked_at,
      requestWithId(requests, said.request)
    ),
    params: said,
  }
}

/** The same for every attempt of one run at one request. */
function idempotencyKey(run_id: string, request_external_id: string): string {
  return hash("sha256", `${run_id} ${request_external_id}`)
}

function requestWithId(
  requests: NeutralBuyerRequest[],
  external_id: string
): NeutralBuyerRequest | null {
  return requests.find((one) => one.external_id === external_id) ?? null
}
