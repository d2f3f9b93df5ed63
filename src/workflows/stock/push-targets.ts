import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { PushesStock, StockTarget } from "../../domain/provider/pushes-stock"
import { errorMessage } from "../../domain/shared/error-message"
import {
  afterPush,
  failuresAfter,
  PushOutcome,
} from "../../domain/stock/push-outcome"
import { StockReason, StockState } from "../../domain/stock/stock-state"
import {
  AnsweredPush,
  NewStockPush,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"
import { FlowContext } from "../flows/flow-context"
import {
  Answer,
  isFresh,
  ReadAgain,
  sameForAll,
  stopsTheRest,
  whileFresh,
  writeGroup,
} from "./write-group"

/** Where a listing stands after its write, if one was due. */
export type StateAfter = { state: StockState; failures: number }

/** What became of the writes of a look. */
export type PushedTargets = {
  /** Of every listing of the look. */
  states: Map<string, StateAfter>
  /** Listings whose writes were not made. */
  postponed: Set<string>
  /** Why they were not: `ReadAgain`, or what the marketplace said; null when all were made. */
  stopped: unknown
}

type Pushing = StockLookRow & { push: NewStockPush; target: StockTarget }

/**
 * Makes the writes that were recorded, group by group, lowers first, and records every answer
 * before the next call. When the marketplace asks to wait, an answer is lost, or what was read
 * is too old by now, what is left is recorded as postponed.
 * @param decided_at when the marketplace had been read.
 * @throws {MedusaError} CONFLICT once the channel's stock is another worker's: nothing more is
 * written.
 */
export async function pushTargets(
  { marketplaces, channel, flow }: FlowContext,
  provider: PushesStock,
  looks: StockLookRow[],
  keys: ReadonlyMap<string, StockTarget["listing"]>,
  decided_at: Date
): Promise<PushedTargets> {
  const states = new Map<string, StateAfter>(
    looks.map(({ listing_id, state, failures }) => [
      listing_id,
      { state, failures },
    ])
  )
  const postponed = new Set<string>()
  const pushing = looks
    .flatMap((look) => toPushing(look, keys))
    .sort((a, b) => Number(lowers(b)) - Number(lowers(a)))
  const access = whileFresh(marketplaces.access.open(channel), decided_at)
  let stopped: unknown = null
  for (const group of provider.groupTargets(
    pushing.map(({ target }) => target)
  )) {
    await marketplaces.flows.getOn(flow)
    stopped ??= isFresh(decided_at, new Date()) ? null : new ReadAgain()
    const answers: Map<string, Answer> =
      stopped === null
        ? await writeGroup(provider, access, group)
        : sameForAll(group, { outcome: "postponed", error: stopped })
    const answered = pushing.flatMap((one) => {
      const answer = answers.get(one.external_sku_id)
      return answer ? toAnswered(one, answer) : []
    })
    await marketplaces.stockBook.answer(answered)
    for (const { listing_id, state, outcome } of answered) {
      const failures = states.get(listing_id)?.failures ?? 0
      states.set(listing_id, {
        state,
        failures: failuresAfter(outcome, failures),
      })
      if (outcome === "postponed") {
        postponed.add(listing_id)
      }
    }
    for (const answer of answers.values()) {
      stopped ??= stopsTheRest(answer)
    }
  }
  return { states, postponed, stopped: postponed.size ? stopped : null }
}

function lowers({ push }: Pushing): boolean {
  return push.cells.some(({ seen, quantity }) => quantity < seen)
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
    reason: error instanceof ReadAgain ? null : reasonOf(outcome, error),
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
