import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { WarehouseStock } from "../../domain/provider/pushes-stock"
import { PushDecision } from "../../domain/stock/decide-push"
import {
  Look,
  LookedCell,
  StockFacts,
} from "../../domain/stock/look-at-listings"
import { StockReason, StockState } from "../../domain/stock/stock-state"
import { StockNudgeRow } from "../../modules/marketplace-channel/services/stock-nudge-queue"
import {
  NewStockPush,
  StockFactRows,
  StockListingRow,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"
import { stockEvents } from "./stock-events"
import { isAwaited, RestingListing } from "./stock-facts"

type Causes = ReadonlyMap<string, StockNudgeRow>

export type LookContext = {
  facts: StockFacts
  rows: StockFactRows
  causes: Causes
  /** Writes of one look share it. */
  batch_id: string
  now: Date
}

/** What a look is stored as; a write that is due is part of it. */
export function toLookRow(
  look: Look,
  { facts, rows, causes, batch_id, now }: LookContext
): StockLookRow {
  const row = rowOf(rows.listings, look.listing_id)
  const listing = facts.listings.find(
    ({ listing_id }) => listing_id === look.listing_id
  )
  const waiting = waitsToBeShown(row, look, now)
  const push =
    look.decision.kind === "push" && !waiting
      ? newPush(look, causes, batch_id, look.decision)
      : null
  return {
    listing_id: look.listing_id,
    external_sku_id: row.external_sku_id,
    failures: wasNotRead(row) ? 0 : row.failures,
    ...stateOf(look, row, {
      paused: listing?.rules.paused ?? false,
      resting: listing?.resting ?? false,
      waiting,
    }),
    behind: look.cells.some(isBehind),
    since: causes.get(look.listing_id)?.since ?? now,
    cells: look.cells.map(({ observation, ...cell }) => ({
      ...cell,
      cell: observation?.cell ?? null,
      counted_committed:
        listing?.counted.get(cell.warehouse_external_id)?.committed ?? 0,
    })),
    events: look.cells.flatMap((cell) => stockEvents(cell, row)),
    push,
  }
}

/** Refusals to be read are over with the first reading; those of writes are not. */
function wasNotRead({ state, last_push }: StockListingRow): boolean {
  return state === "refused" && last_push?.outcome !== "refused"
}

function rowOf(rows: StockListingRow[], id: string): StockListingRow {
  const row = rows.find((one) => one.id === id)
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Listing ${id} was looked at without having been read.`
    )
  }
  return row
}

function isBehind({ wanted, available }: LookedCell): boolean {
  return (
    wanted !== null && wanted.quantity !== null && wanted.quantity !== available
  )
}

/**
 * The same numbers were taken a moment ago, and those from before are shown still, with nothing
 * sold in between: after a sale of as many as were added they look the same. Any other number is
 * what became of the write, and is put right at once.
 */
function waitsToBeShown(
  { last_push, behind_since }: StockListingRow,
  { decision, cells }: Look,
  now: Date
): boolean {
  return (
    decision.kind === "push" &&
    last_push?.outcome === "accepted" &&
    !last_push.confirmed &&
    isAwaited(last_push, behind_since, now) &&
    decision.targets.every((target, at) =>
      last_push.cells.some(
        (cell) =>
          cell.warehouse_external_id === target.warehouse_external_id &&
          cell.quantity === target.quantity &&
          cell.committed === cells[at].committed &&
          [cell.seen, cell.quantity].includes(cells[at].available)
      )
    )
  )
}

function newPush(
  look: Look,
  causes: Causes,
  batch_id: string,
  decision: Extract<PushDecision, { kind: "push" }>
): NewStockPush {
  const cause = causes.get(look.listing_id)
  return {
    id: generateEntityId(undefined, "mppush"),
    batch_id,
    cause: cause?.cause ?? "sweep",
    actor: cause?.actor ?? "system",
    cells: look.cells.map((cell, at) => ({
      warehouse_external_id: cell.warehouse_external_id,
      seen: cell.available,
      committed: cell.committed,
      counted: cell.observation?.cell.counted ?? 0,
      quantity: decision.targets[at].quantity,
      wanted: cell.wanted?.quantity ?? null,
    })),
  }
}

function stateOf(
  { cells, decision }: Look,
  row: StockListingRow,
  {
    paused,
    resting,
    waiting,
  }: { paused: boolean; resting: boolean; waiting: boolean }
): { state: StockState; reason: StockReason | null } {
  const mapped = cells.filter(({ wanted }) => wanted !== null)
  if (!mapped.length) {
    return { state: "not_mapped", reason: null }
  }
  if (paused) {
    return { state: "paused", reason: null }
  }
  if (mapped.every(({ wanted }) => wanted?.quantity === null)) {
    return { state: "not_counted", reason: null }
  }
  if (resting && decision.kind === "nothing" && row.state) {
    return { state: row.state, reason: row.reason }
  }
  if (waiting || decision.kind === "push") {
    return { state: "pushed", reason: null }
  }
  if (decision.kind === "hold") {
    return {
      state: decision.obstacle === "unresolved_push" ? "unresolved" : "held",
      reason: { code: decision.obstacle, params: {} },
    }
  }
  return { state: "even", reason: null }
}

/** Listings whose numbers were not read: not the shop's to set, unknown, or refused. */
export function withoutLook(
  resting: RestingListing[],
  looking: StockListingRow[],
  readings: ReadonlyMap<string, WarehouseStock[]>,
  refused: ReadonlyMap<string, MarketplaceError>,
  causes: Causes
): StockLookRow[] {
  const unread = looking
    .filter(({ id }) => !readings.has(id))
    .map((row) => ({
      row,
      state: refused.has(row.id)
        ? ("refused" as const)
        : ("not_found" as const),
    }))
  return [...resting, ...unread].map(({ row, state }) => ({
    listing_id: row.id,
    external_sku_id: row.external_sku_id,
    failures: row.failures + (refused.has(row.id) ? 1 : 0),
    state,
    reason: readRefusal(refused.get(row.id)),
    behind: false,
    since: causes.get(row.id)?.since ?? new Date(0),
    cells: [],
    events: [],
    push: null,
  }))
}

function readRefusal(error: MarketplaceError | undefined): StockReason | null {
  return error
    ? { code: "refused_by_marketplace", params: { message: error.message } }
    : null
}
