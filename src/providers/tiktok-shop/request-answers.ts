import { BuyerRequestAnswer } from "../../domain/provider/answers-buyer-requests"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { understand } from "./answer"
import { addressOf, readRequest } from "./buyer-requests"
import { TikTokShopClient } from "./client"
import { actionIn, NextAction } from "./mappers"
import {
  WireCancellationRejection,
  WireReturnApproval,
  WireReturnRejection,
} from "./types"

/** What a decision is about, as TikTok's two calls for returns name it. */
const SUBJECTS: Record<NextAction, string | null> = {
  SELLER_RESPOND_CANCEL: null,
  SELLER_RESPOND_REFUND: "REFUND",
  SELLER_RESPOND_RETURN: "RETURN",
  SELLER_RESPOND_RECEIVE_PACKAGE: "RECEIVED_PACKAGE",
  SELLER_RESPOND_REPLACEMENT: "REPLACEMENT",
}

/**
 * Answers a request, once. What is decided depends on what TikTok asks the seller right
 * now (the same return is approved once before the goods come back and once after), so the
 * request is read again, and nothing is sent when it is no longer the one that was decided on.
 * @throws {MarketplaceError} `rejected` when it has changed or asks for no answer;
 * `outcome_unknown` when the answer was lost.
 */
export async function answerBuyerRequest(
  client: TikTokShopClient,
  access: ChannelAccess,
  decision: {
    request: NeutralBuyerRequest
    answer: BuyerRequestAnswer
    idempotency_key: string
  }
): Promise<void> {
  const { request, answer, idempotency_key } = decision
  const address = addressOf(request.external_id)
  const json = await readRequest(client, access, address)
  const now = understand("buyer's request", () => ({
    raw_status: address.search.map(json).raw_status,
    action: actionIn(json)?.name,
  }))
  if (now.raw_status !== request.raw_status) {
    throw rejected(`the buyer's request has changed to ${now.raw_status}`)
  }
  if (!now.action) {
    throw rejected("the buyer's request asks for no answer (any more)")
  }
  const subject = SUBJECTS[now.action]
  const kind = subject === null ? "cancellations" : "returns"
  await client.call(access, {
    method: "POST",
    path: `/return_refund/202309/${kind}/${encodeURIComponent(address.id)}/${answer.kind}`,
    query: {
      shop_cipher: access.channel.provider_data.shop_cipher,
      idempotency_key,
    },
    body: bodyOf(subject, answer),
    effect: "write",
    lane: "orders",
  })
}

function bodyOf(
  subject: string | null,
  answer: BuyerRequestAnswer
):
  | WireCancellationRejection
  | WireReturnApproval
  | WireReturnRejection
  | undefined {
  if (answer.kind === "approve") {
    return subject === null ? undefined : { decision: `APPROVE_${subject}` }
  }
  return {
    ...(subject === null ? {} : { decision: `REJECT_${subject}` }),
    reject_reason: answer.reason,
    ...(answer.comment ? { comment: answer.comment } : {}),
  }
}

function rejected(reason: string): MarketplaceError {
  return new MarketplaceError({
    kind: "rejected",
    message: `TikTok Shop: ${reason}`,
  })
}
