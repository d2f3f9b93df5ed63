import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  isTemporary,
  isWithoutEffect,
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { PushesStock, StockTarget } from "../../domain/provider/pushes-stock"
import { PushOutcome } from "../../domain/stock/push-outcome"

/** How a write ended. */
export type Answer = { outcome: PushOutcome; error: unknown }

/**
 * How old a decision may be when it is written (milliseconds): what was sold since it was read
 * would be offered once more.
 */
const OLDEST_MS = 4_000

/** Why a write was left: its reading is too old, or an answer before it was lost. */
export class ReadAgain extends MarketplaceError {
  constructor() {
    super({
      kind: "unavailable",
      message: "The marketplace has to be read again before this is written.",
    })
  }
}

/** Gives way to nothing that makes a decision too old: then no call is made. */
export function whileFresh(
  access: ChannelAccess,
  decided_at: Date
): ChannelAccess {
  return {
    ...access,
    pace: async (lane) => {
      await access.pace(lane)
      if (!isFresh(decided_at, new Date())) {
        throw new ReadAgain()
      }
    },
  }
}

/** Whether what was decided then may be written now. */
export function isFresh(decided_at: Date, now: Date): boolean {
  return now.getTime() - decided_at.getTime() <= OLDEST_MS
}

/**
 * Writes one group with one call. A refusal of the call as a whole may be about one of its
 * listings: nothing has happened then, and each is written by itself.
 * @returns answers by external SKU id.
 */
export async function writeGroup(
  provider: PushesStock,
  access: ChannelAccess,
  group: StockTarget[]
): Promise<Map<string, Answer>> {
  try {
    const outcomes = await provider.pushStock(access, group)
    return new Map(
      outcomes.map((one): [string, Answer] => [
        one.listing.external_sku_id,
        one.ok
          ? { outcome: "accepted", error: null }
          : {
              outcome: one.locked ? "locked" : outcomeOf(one.error),
              error: one.error,
            },
      ])
    )
  } catch (error) {
    const answer: Answer = { outcome: outcomeOf(error), error }
    return answer.outcome === "refused" && group.length > 1
      ? eachAlone(provider, access, group)
      : sameForAll(group, answer)
  }
}

async function eachAlone(
  provider: PushesStock,
  access: ChannelAccess,
  group: StockTarget[]
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>()
  let stopped: unknown = null
  for (const target of group) {
    const [[id, answer]] =
      stopped === null
        ? await writeGroup(provider, access, [target])
        : sameForAll([target], { outcome: "postponed", error: stopped })
    answers.set(id, answer)
    stopped ??= stopsTheRest(answer)
  }
  return answers
}

/** What keeps further writes of the same look from being made; null when nothing does. */
export function stopsTheRest({ outcome, error }: Answer): unknown {
  if (outcome === "unknown") {
    return new ReadAgain()
  }
  return outcome === "postponed" ? error : null
}

export function sameForAll(
  group: StockTarget[],
  answer: Answer
): Map<string, Answer> {
  return new Map(group.map(({ listing }) => [listing.external_sku_id, answer]))
}

function outcomeOf(error: unknown): PushOutcome {
  if (isTemporary(error) || needsAuthorization(error)) {
    return "postponed"
  }
  return isWithoutEffect(error) ? "refused" : "unknown"
}
