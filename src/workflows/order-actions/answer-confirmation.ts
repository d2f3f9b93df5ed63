import {
  ConfirmationFacts,
  ConfirmationWish,
  decideConfirmation,
  judgeLostAnswer,
} from "../../domain/orders/confirmation"
import { OrderAction } from "../../domain/orders/order-action"
import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  ConfirmationOffer,
  ConfirmsOrders,
} from "../../domain/provider/confirms-orders"
import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { RunContext } from "../runs/run-context"
import { Channel } from "../orders/channel"
import {
  ActedOrder,
  ActionOutcome,
  actionResult,
  failureOutcome,
} from "./action-result"
import { noteAction } from "./note-action"

export type ConfirmationTask = {
  channel: Channel
  provider: MarketplaceProvider & ConfirmsOrders
  wish: ConfirmationWish
}

/** Under which name a decision stands in the order's history. */
export const CONFIRMATION_ACTIONS: Record<
  ConfirmationWish["kind"],
  OrderAction
> = { confirm: "confirm_order", refuse: "refuse_order" }

/**
 * Answers one offer that was read just before, at most once, its order's lock held. Before
 * the answer goes out, the order's result line says `outcome_unknown`: so it stands if
 * nothing more is heard of it.
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
  if (decision.kind === "problem" || !facts.offer) {
    return decision.kind === "problem"
      ? { ok: false, code: decision.code, params: decision.params }
      : { ok: false, code: "not_offered" }
  }
  await context.addResults([
    actionResult(channel, order, { ok: false, code: "outcome_unknown" }),
  ])
  try {
    await provider.answerConfirmation(access, facts.offer, decision.answer)
  } catch (error) {
    if (!isCertain(error)) {
      return judgeLostAnswer(wish, await readAgain(provider, access, order))
    }
    const failure = failureOutcome(error)
    if (needsAuthorization(error)) {
      await context.addResults([actionResult(channel, order, failure)])
      throw error
    }
    return failure
  }
  await noteAction(context, CONFIRMATION_ACTIONS[wish.kind], order)
  return { ok: true, code: wish.kind === "confirm" ? "confirmed" : "refused" }
}

/** True for failures after which nothing has happened; an error nobody expected proves nothing. */
function isCertain(error: unknown): boolean {
  return (
    error instanceof MarketplaceError &&
    error.kind !== "outcome_unknown" &&
    error.kind !== "invalid_response"
  )
}

/** The offer as it is now; null when that cannot be read either. */
async function readAgain(
  provider: ConfirmsOrders,
  access: ChannelAccess,
  { external_id }: ActedOrder
): Promise<ConfirmationOffer | null> {
  try {
    const offers = await provider.readConfirmationOffers(access, [external_id])
    return offers.find((offer) => offer.external_id === external_id) ?? null
  } catch (error) {
    if (error instanceof MarketplaceError) {
      return null
    }
    throw error
  }
}
