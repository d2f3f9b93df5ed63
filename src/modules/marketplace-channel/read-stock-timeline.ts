import { PushOutcome } from "../../domain/stock/push-outcome"
import { StockOverride } from "../../domain/stock/stock-rules"
import {
  RULES_CHANGED,
  StockCause,
  StockEventKind,
} from "../../domain/stock/stock-state"
import { Sql } from "./sql-store"

/** A write of a listing's numbers. */
export type PushEntry = {
  kind: "push"
  at: Date
  batch_id: string
  /** Sums over the warehouses that are the shop's to set. */
  from: number
  to: number
  /** Null where Medusa does not count the variant. */
  wanted: number | null
  cause: StockCause
  /** A user id, or `system`. */
  actor: string
  outcome: PushOutcome | "pending"
  /** What the marketplace said when it took it not. */
  error: string | null
  /** When the number was seen on the marketplace. */
  confirmed_at: Date | null
}

/** Something that was noticed on the marketplace. */
export type EventEntry = {
  kind: StockEventKind
  at: Date
  warehouse_external_id: string
  units: number
  /** What was expected to be shown, and what was. */
  from: number | null
  to: number | null
}

/** A person gave the listing other rules of its own; null is the channel's. */
export type RulesEntry = {
  kind: typeof RULES_CHANGED
  at: Date
  /** A user id. */
  actor: string
  from: StockOverride | null
  to: StockOverride | null
}

export type TimelineEntry = PushEntry | EventEntry | RulesEntry

type PushCell = { seen: number; quantity: number; wanted: number | null }

type PushRow = Omit<
  PushEntry,
  "kind" | "at" | "from" | "to" | "wanted" | "confirmed_at"
> & { sent_at: string; confirmed_at: string | null; cells: PushCell[] }

type EventRow =
  | {
      kind: StockEventKind
      at: string
      warehouse_external_id: string
      units: number
      params: { expected?: number; available?: number } | null
      actor: null
    }
  | {
      kind: typeof RULES_CHANGED
      at: string
      warehouse_external_id: ""
      units: 0
      params: Pick<RulesEntry, "from" | "to">
      actor: string
    }

export async function readTimeline(
  sql: Sql,
  listing_id: string,
  limit: number
): Promise<TimelineEntry[]> {
  const pushes = await sql<PushRow>(
    `SELECT sent_at, batch_id, cause, actor, cells, outcome, error, confirmed_at
       FROM marketplace_stock_push
      WHERE listing_id = ? AND deleted_at IS NULL
      ORDER BY sent_at DESC LIMIT ?`,
    [listing_id, limit]
  )
  const events = await sql<EventRow>(
    `SELECT kind, at, warehouse_external_id, units, params, actor
       FROM marketplace_stock_event
      WHERE listing_id = ? AND deleted_at IS NULL
      ORDER BY at DESC, id DESC LIMIT ?`,
    [listing_id, limit]
  )
  return [...pushes.map(toPushEntry), ...events.map(toEventEntry)]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, limit)
}

/** Warehouses that are not mapped keep their number: they tell nothing of a write. */
export function toPushEntry({
  sent_at,
  confirmed_at,
  cells,
  ...row
}: PushRow): PushEntry {
  const own = cells.filter(
    ({ wanted, seen, quantity }) => wanted !== null || seen !== quantity
  )
  const sum = (of: (cell: PushCell) => number) =>
    own.reduce((total, cell) => total + of(cell), 0)
  return {
    ...row,
    kind: "push",
    at: new Date(sent_at),
    from: sum(({ seen }) => seen),
    to: sum(({ quantity }) => quantity),
    wanted: own.every(({ wanted }) => wanted === null)
      ? null
      : sum(({ wanted }) => wanted ?? 0),
    confirmed_at: confirmed_at === null ? null : new Date(confirmed_at),
  }
}

function toEventEntry(row: EventRow): EventEntry | RulesEntry {
  const at = new Date(row.at)
  if (row.kind === RULES_CHANGED) {
    const { kind, actor, params } = row
    return { kind, at, actor, from: params.from, to: params.to }
  }
  const { kind, warehouse_external_id, units, params } = row
  return {
    kind,
    at,
    warehouse_external_id,
    units,
    from: params?.expected ?? null,
    to: params?.available ?? null,
  }
}
