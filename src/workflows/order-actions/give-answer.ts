import {
  isWithoutEffect,
  MarketplaceError,
} from "../../domain/provider/marketplace-error"
import { Channel } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome } from "./action-result"
import { addOutcome } from "./add-outcome"

/** What became of an answer. */
export type GivenAnswer<TState> =
  | { kind: "taken" }
  /** Nothing has happened at the marketplace. */
  | { kind: "refused"; error: MarketplaceError }
  /** It may have happened; `now` is what was read afterwards, null when that failed as well. */
  | { kind: "lost"; now: TState | null }

/**
 * Sends an answer about an order once, its lock held. Before it goes out, the order's result
 * line says `outcome_unknown`: so it stands if nothing more is heard of it.
 * @param answer `params` are for whoever comes upon that line; `readAgain` looks what became
 * of an answer that was lost.
 */
export async function giveAnswer<TState>(
  context: RunContext,
  channel: Channel,
  order: ActedOrder,
  answer: {
    params?: ActionOutcome["params"]
    send(): Promise<void>
    readAgain(): Promise<TState | null>
  }
): Promise<GivenAnswer<TState>> {
  await addOutcome(context, channel, [order], {
    ok: false,
    code: "outcome_unknown",
    params: answer.params,
  })
  try {
    await answer.send()
    return { kind: "taken" }
  } catch (error) {
    return isWithoutEffect(error)
      ? { kind: "refused", error }
      : { kind: "lost", now: await readIfPossible(answer.readAgain) }
  }
}

async function readIfPossible<TState>(
  read: () => Promise<TState | null>
): Promise<TState | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof MarketplaceError) {
      return null
    }
    throw error
  }
}
