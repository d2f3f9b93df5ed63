import { PushesStock } from "../../domain/provider/pushes-stock"
import { RaiseObstacle } from "../../domain/stock/decide-push"
import {
  StockClaim,
  StockFacts,
  StockListing,
} from "../../domain/stock/look-at-listings"
import {
  restAfter,
  shownWithin,
  UNRESOLVED_MS,
} from "../../domain/stock/next-look"
import { UnshownRaise } from "../../domain/stock/observe-cell"
import { claimedUnits } from "../../domain/stock/stock-cell"
import { stockRules } from "../../domain/stock/stock-rules"
import { StockCause, StockState } from "../../domain/stock/stock-state"
import {
  LastStockPush,
  StockClaimRow,
  StockFactRows,
  StockListingRow,
  StockMemoryRow,
} from "../../modules/marketplace-channel/stock-rows"
import { Channel } from "../orders/channel"

/** A person, a changed rule or a changed product does not wait for a rest to end. */
const IMPATIENT: readonly StockCause[] = [
  "person",
  "settings",
  "undo",
  "link",
  "listing",
]

export type RestingListing = { row: StockListingRow; state: StockState }

/** Listings that are not the shop's to number are named, and not read. */
export function sortOut(rows: StockListingRow[]): {
  looking: StockListingRow[]
  resting: RestingListing[]
} {
  const looking: StockListingRow[] = []
  const resting: RestingListing[] = []
  for (const row of rows) {
    const state = stateWithoutLook(row)
    if (state) {
      resting.push({ row, state })
    } else {
      looking.push(row)
    }
  }
  return { looking, resting }
}

function stateWithoutLook(row: StockListingRow): StockState | null {
  if (row.gone) {
    return "not_found"
  }
  if (
    row.variant_id === null ||
    row.manage_inventory === null ||
    row.fulfilled_by !== "seller"
  ) {
    return "not_linked"
  }
  return row.is_set ? "follows_parts" : null
}

type FactOptions = {
  channel: Pick<Channel, "id" | "settings">
  causes: ReadonlyMap<string, { cause: StockCause }>
  /** What keeps every listing of the channel from being raised. */
  obstacle: RaiseObstacle | null
  /** What the marketplace is told by a write. */
  written_stock: PushesStock["written_stock"]
  now: Date
}

export function toStockFacts(
  rows: StockFactRows,
  looking: StockListingRow[],
  options: FactOptions
): StockFacts {
  return {
    listings: looking.map((row) => toListing(row, options)),
    levels: rows.levels,
    claims: rows.claims.map((claim) => toClaim(claim, options.channel)),
  }
}

function toListing(
  row: StockListingRow,
  { channel, causes, obstacle, written_stock, now }: FactOptions
): StockListing {
  const cause = causes.get(row.id)?.cause
  return {
    listing_id: row.id,
    rules: stockRules(channel.settings, row.stock_rules),
    parts: row.manage_inventory ? row.parts : null,
    cells: new Map(row.cells.map((cell) => [cell.warehouse_external_id, cell])),
    counted: new Map(
      row.counted.map((count) => [count.warehouse_external_id, count])
    ),
    unproven: written_stock === "on_hand" ? unprovenCells(row) : undefined,
    unshown: unshownRaises(row, now),
    obstacle: isUnresolved(row, now) ? "unresolved_push" : obstacle,
    resting: isResting(row, now) && !(cause && IMPATIENT.includes(cause)),
    refused: refusedBy(row),
  }
}

/** Warehouses that were not looked at since the newest write. */
function unprovenCells({ cells, last_push }: StockListingRow): Set<string> {
  const written =
    last_push &&
    !last_push.confirmed &&
    (last_push.outcome === "accepted" || last_push.outcome === "unknown")
      ? last_push.cells
      : []
  return new Set(
    written
      .filter(({ warehouse_external_id, quantity }) =>
        cells.some(
          (cell) =>
            cell.warehouse_external_id === warehouse_external_id &&
            cell.expected === quantity
        )
      )
      .map(({ warehouse_external_id }) => warehouse_external_id)
  )
}

/** Raises by the newest write that the marketplace has accepted and not shown. */
function unshownRaises(
  { last_push, behind_since }: StockListingRow,
  now: Date
): Map<string, UnshownRaise> {
  const written =
    last_push?.outcome === "accepted" && !last_push.confirmed ? last_push : null
  return new Map(
    written?.cells.flatMap(({ warehouse_external_id, seen, quantity }) =>
      quantity > seen
        ? [
            [
              warehouse_external_id,
              { from: seen, awaited: isAwaited(written, behind_since, now) },
            ] as const,
          ]
        : []
    )
  )
}

/** Whether a write is so new that the marketplace may still come to show it. */
export function isAwaited(
  { sent_at }: Pick<LastStockPush, "sent_at">,
  behind_since: Date | null,
  now: Date
): boolean {
  const behind_ms = sent_at.getTime() - (behind_since ?? sent_at).getTime()
  return now.getTime() - sent_at.getTime() < shownWithin(behind_ms)
}

function isUnresolved({ last_push }: StockListingRow, now: Date): boolean {
  return (
    last_push?.outcome === "unknown" &&
    now.getTime() - last_push.known_at.getTime() < UNRESOLVED_MS
  )
}

function isResting(
  { last_push, failures }: StockListingRow,
  now: Date
): boolean {
  return (
    (last_push?.outcome === "refused" || last_push?.outcome === "locked") &&
    now.getTime() - last_push.sent_at.getTime() <
      restAfter(last_push.outcome, failures)
  )
}

/** The numbers of the newest write when the marketplace did not want them. */
function refusedBy({
  last_push,
}: StockListingRow): ReadonlyMap<string, number> | null {
  return last_push?.outcome === "refused"
    ? new Map(
        last_push.cells.map(({ warehouse_external_id, quantity }) => [
          warehouse_external_id,
          quantity,
        ])
      )
    : null
}

/**
 * What other channels' counters have shown since Medusa was read counts as well. What orders
 * have explained since does not: their units are not taken from the free ones of that read.
 */
export function withNewer(
  rows: StockFactRows,
  newer: StockMemoryRow[]
): StockFactRows {
  const memories = new Map(newer.map((memory) => [cellOf(memory), memory]))
  return {
    ...rows,
    claims: rows.claims.map((claim) => {
      const fresh = { ...claim, ...memories.get(cellOf(claim)) }
      return unseenOf(fresh) > unseenOf(claim) ? fresh : claim
    }),
  }
}

function cellOf(
  cell: Pick<StockClaimRow, "listing_id" | "warehouse_external_id">
): string {
  return `${cell.listing_id} ${cell.warehouse_external_id}`
}

function unseenOf(claim: StockClaimRow): number {
  const { unseen, seen_committed: committed, counted } = claim
  return claimedUnits(
    { unseen, committed, counted },
    { net: claim.counted_net, committed: claim.counted_committed }
  )
}

/** A number that a campaign holds stays on offer: for other channels it is as good as sold. */
function toClaim(
  claim: StockClaimRow,
  channel: Pick<Channel, "id">
): StockClaim {
  return {
    ...claim,
    unseen: unseenOf(claim),
    locked:
      claim.is_locked && claim.channel_id !== channel.id
        ? (claim.seen ?? 0)
        : 0,
  }
}
