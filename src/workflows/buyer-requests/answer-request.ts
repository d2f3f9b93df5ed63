import { hash } from "node:crypto"
import { OrderAction } from "../../domain/orders/order-action"
import {
  AnswersBuyerRequests,
  BuyerRequestAnswer,
} from "../../domain/provider/answers-buyer-requests"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
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
  actionResult,
  failureOutcome,
} from "../order-actions/action-result"
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
 * Before the answer goes out, the order's result line says `outcome_unknown` and of which
 * request: so it stands if nothing more is heard of it.
 */
export async function answerRequest(
  context: RunContext,
  task: RequestAnswerTask,
  access: ChannelAccess,
  order: ActedOrder,
  requests: NeutralBuyerRequest[]
): Promise<ActionOutcome> {
  const { channel, provider, wish, answer } = task
  const decision = decideRequestAnswer(wish, requests)
  if (decision.kind !== "answer") {
    return { ok: false, code: decision.code }
  }
  const { request } = decision
  const params = { request: request.external_id, asked_at: request.raw_status }
  await context.addResults([
    actionResult(channel, order, {
      ok: false,
      code: "outcome_unknown",
      params,
    }),
  ])
  try {
    await provider.answerBuyerRequest(
      access,
      request,
      answer,
      idempotencyKey(context.run.id, request.external_id)
    )
  } catch (error) {
    return isCertain(error)
      ? refusalOutcome(error)
      : {
          ...judgeLostRequestAnswer(
            wish.answer,
            request.raw_status,
            await readAgain(task, access, order, request.external_id)
          ),
          params,
        }
  }
  return { ok: true, code: answeredCode(wish.answer), params }
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
  const request = requests.find(
    ({ external_id }) => external_id === said.request
  )
  return {
    ...judgeLostRequestAnswer(wish.answer, said.asked_at, request ?? null),
    params: said,
  }
}

/** The same for every attempt of one run at one request. */
function idempotencyKey(run_id: string, request_external_id: string): string {
  return hash("sha256", `${run_id} ${request_external_id}`)
}

/** True for failures after which nothing has happened; an error nobody expected proves nothing. */
function isCertain(error: unknown): boolean {
  return (
    error instanceof MarketplaceError &&
    error.kind !== "outcome_unknown" &&
    error.kind !== "invalid_response"
  )
}

function refusalOutcome(error: unknown): ActionOutcome {
  return error instanceof MarketplaceError && error.kind === "not_found"
    ? { ok: false, code: "no_open_request" }
    : failureOutcome(error)
}

/** The request as it is now; null when that cannot be read either. */
async function readAgain(
  { provider }: RequestAnswerTask,
  access: ChannelAccess,
  order: ActedOrder,
  request_external_id: string
): Promise<NeutralBuyerRequest | null> {
  try {
    const requests = await readRequestsOfOrders(provider, access, [
      order.external_id,
    ])
    return (
      requests.find(({ external_id }) => external_id === request_external_id) ??
      null
    )
  } catch (error) {
    if (error instanceof MarketplaceError) {
      return null
    }
    throw error
  }
}
