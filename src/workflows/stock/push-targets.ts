import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  isTemporary,
  isWithoutEffect,
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { PushesStock, StockTarget } from "../../domain/provider/pushes-stock"
import { errorMessage } from "../../domain/shared/error-message"
import { afterPush, PushOutcome } from "../../domain/stock/push-outcome"
import { StockReason, StockState } from "../../domain/stock/stock-state"
import {
  AnsweredPush,
  NewStockPush,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"
import { FlowContext } from "../flows/flow-context"

/** Where a listing stands after its write, if one was due. */
export type StateAfter = { state: StockState; failures: number }

/** How a write ended, by external SKU id. */
type Answer = { outcome: PushOutcome; error: unknown }

type Pushing = StockLookRow & { push: NewStockPush; target: StockTarget }

/**
 * Makes the writes that were recorded, group by group, and records every answer before the
 * next call. When the marketplace asks to wait, or a person has to sign in, what is left is
 * recorded as postponed and the error is thrown.
 */
export async function pushTargets(
  { marketplaces, channel, flow }: FlowContext,
  provider: PushesStock,
  looks: StockLookRow[],
  keys: ReadonlyMap<string, StockTarget["listing"]>
): Promise<Map<string, StateAfter>> {
  const states = new Map<string, StateAfter>(
    looks.map(({ listing_id, state, failures }) => [
      listing_id,
      { state, failures },
    ])
  )
  const pushing = looks.flatMap((look) => toPushing(look, keys))
  const access = marketplaces.access.open(channel)
  let stopped: unknown = null
  for (const group of provider.groupTargets(
    pushing.map(({ target }) => target)
  )) {
    const answers: Map<string, Answer> =
      stopped === null
        ? await write(provider, access, group)
        : all(group, { outcome: "postponed", error: stopped })
    const answered = pushing.flatMap((one) => {
      const answer = answers.get(one.external_sku_id)
      return answer ? toAnswered(one, answer) : []
    })
    await marketplaces.stockBook.answer(answered)
    for (const { listing_id, state, outcome } of answered) {
      const failures = states.get(listing_id)?.failures ?? 0
      states.set(listing_id, {
        state,
        failures: outcome === "accepted" ? 0 : failures + 1,
      })
    }
    stopped ??= [...answers.values()].find(
      ({ outcome }) => outcome === "postponed"
    )?.error
    stopped ??= null
    await marketplaces.flows.keep(flow.id)
  }
  if (stopped !== null) {
    throw stopped
  }
  return states
}

function toPushing(
  look: StockLookRow,
  keys: ReadonlyMap<string, StockTarget["listing"]>
): Pushing[] {
  const listing = keys.get(look.listing_id)
  return look.push && listing
    ? [
        {
          ...look,
          push: look.push,
          target: {
            listing,
            warehouses: look.push.cells.map(
              ({ warehouse_external_id, quantity, committed }) => ({
                warehouse_external_id,
                quantity,
                committed,
              })
            ),
          },
        },
      ]
    : []
}

async function write(
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
    return all(group, { outcome: outcomeOf(error), error })
  }
}

function outcomeOf(error: unknown): PushOutcome {
  if (isTemporary(error) || needsAuthorization(error)) {
    return "postponed"
  }
  return isWithoutEffect(error) ? "refused" : "unknown"
}

function all(group: StockTarget[], answer: Answer): Map<string, Answer> {
  return new Map(group.map(({ listing }) => [listing.external_sku_id, answer]))
}

const STATES: Record<PushOutcome, StockState> = {
  accepted: "pushed",
  unknown: "unresolved",
  refused: "refused",
  locked: "locked",
  postponed: "held",
}

function toAnswered(look: Pushing, { outcome, error }: Answer): AnsweredPush {
  const { push, cells, listing_id } = look
  return {
    id: push.id,
    listing_id,
    outcome,
    error: error === null ? null : errorMessage(error),
    error_code: error instanceof MarketplaceError ? (error.code ?? null) : null,
    state: STATES[outcome],
    reason: reasonOf(outcome, error),
    expected: push.cells.flatMap(({ warehouse_external_id, quantity }) => {
      const cell = cells.find(
        (one) => one.warehouse_external_id === warehouse_external_id
      )?.cell
      const expected = cell && afterPush(cell, quantity, outcome).expected
      return typeof expected === "number"
        ? [{ warehouse_external_id, expected }]
        : []
    }),
  }
}

const REASONS: Record<PushOutcome, StockReason["code"] | null> = {
  accepted: null,
  unknown: "answer_lost",
  refused: "refused_by_marketplace",
  locked: "locked_by_campaign",
  postponed: "marketplace_unavailable",
}

function reasonOf(outcome: PushOutcome, error: unknown): StockReason | null {
  const code = REASONS[outcome]
  return code ? { code, params: { message: errorMessage(error) } } : null
}
