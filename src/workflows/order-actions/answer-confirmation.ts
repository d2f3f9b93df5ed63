import {
  ConfirmationFacts,
  ConfirmationWish,
  decideConfirmation,
  judgeLostAnswer,
} from "../../domain/orders/confirmation"
import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  ConfirmationOffer,
  ConfirmsOrders,
} from "../../domain/provider/confirms-orders"
import { needsAuthorization } from "../../domain/provider/marketplace-error"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { RunContext } from "../runs/run-context"
import { Channel } from "../orders/channel"
import { ActedOrder, ActionOutcome, failureOutcome } from "./action-result"
import { addOutcome } from "./add-outcome"
import { giveAnswer } from "./give-answer"

export type ConfirmationTask = {
  channel: Channel
  provider: MarketplaceProvider & ConfirmsOrders
  wish: ConfirmationWish
}

/**
 * Answers one offer that was read just before, at most once, its order's lock held.
 *
 * @throws {MarketplaceError} when a person has to sign in; nothing has happened then.
 */
export async function answerConfirmation(
  context: RunContext,
  { channel, provider, wish }: ConfirmationTask,
  access: ChannelAccess,
  order: ActedOrder,
  facts: ConfirmationFacts
): Promise<ActionOutcome> {
  const decision = decideConfirmation(wish, facts)
  if (decision.kind === "done") {
    return { ok: true, code: decision.code }
  }
  const { offer } = facts
  if (decision.kind === "problem" || !offer) {
    return decision.kind === "problem"
      ? { ok: false, code: decision.code, params: decision.params }
      : { ok: false, code: "not_offered" }
  }
  const given = await giveAnswer(context, channel, order, {
    send: () => provider.answerConfirmation(access, offer, decision.answer),
    readAgain: () => readOffer(provider, access, order),
  })
  switch (given.kind) {
    case "taken":
      return {
        ok: true,
        code: wish.kind === "confirm" ? "confirmed" : "refused",
      }
    case "lost":
      return judgeLostAnswer(wish, given.now)
    case "refused": {
      const failure = failureOutcome(given.error)
      if (needsAuthorization(given.error)) {
        await addOutcome(context, channel, [order], failure)
        throw given.error
      }
      return failure
    }
  }
}

async function readOffer(
  provider: ConfirmsOrders,
  access: ChannelAccess,
  { external_id }: ActedOrder
): Promise<ConfirmationOffer | null> {
  const offers = await provider.readConfirmationOffers(access, [external_id])
  return offers.find((offer) => offer.external_id === external_id) ?? null
}
