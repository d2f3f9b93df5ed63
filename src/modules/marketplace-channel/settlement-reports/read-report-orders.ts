import { SettlementState } from "../../../domain/statements/line-state"
import { ReportEntry } from "../../../domain/statements/report-sums"
import { SoldLine } from "../../../domain/statements/share-order"
import { Sql } from "../sql-store"
import {
  COSTS,
  factsSql,
  joined,
  part,
  ReportScope,
  soldSql,
  VariantCost,
} from "./report-sql"

/** Where a page begins: after this order, as the page before gave it. */
export type ReportCursor = { sort_at: string; id: string }

/** An order of a report (smallest unit). */
export type ReportOrder = ReportEntry & {
  id: string
  channel_id: string
  external_order_id: string
  channel_order_id: string | null
  state: SettlementState
  order_status: string | null
  placed_at: Date | null
  last_settled_at: Date | null
  cursor: ReportCursor
}

type OrderRow = Omit<ReportOrder, "cursor" | "is_order" | "cost"> & {
  cost: string | null
  sort_at: string
}

/** Orders without a day come last. */
const SORT_AT = "COALESCE(at, '-infinity'::timestamptz)"

/** Orders of a report, the newest first: a page by its number, or the one after a cursor. */
export async function readReportOrders(
  sql: Sql,
  scope: ReportScope,
  costs: VariantCost[],
  page: { limit: number; offset?: number; after?: ReportCursor | null }
): Promise<ReportOrder[]> {
  const tail = joined(
    [
      ...(page.after
        ? [
            part(`WHERE (${SORT_AT}, id) < (?::timestamptz, ?)`, [
              page.after.sort_at,
              page.after.id,
            ]),
          ]
        : []),
      part(`ORDER BY ${SORT_AT} DESC, id DESC LIMIT ? OFFSET ?`, [
        page.limit,
        page.offset ?? 0,
      ]),
    ],
    " "
  )
  const query = joined(
    [factsSql(scope, tail), soldSql(scope, costs), part(COSTS)],
    ",\n"
  )
  const rows = await sql<OrderRow>(
    `WITH ${query.text}
     SELECT facts.*, ${SORT_AT}::text AS sort_at, costs.cost::text AS cost
       FROM facts LEFT JOIN costs ON costs.channel_order_id = facts.channel_order_id
      ORDER BY ${SORT_AT} DESC, facts.id DESC`,
    query.params
  )
  return rows.map(({ sort_at, cost, ...row }) => ({
    ...row,
    is_order: true,
    placed_at: row.placed_at && new Date(row.placed_at),
    last_settled_at: row.last_settled_at && new Date(row.last_settled_at),
    cost: cost === null ? null : Number(cost),
    cursor: { sort_at, id: row.id },
  }))
}

/** A line of an order, with the product that it is of. */
export type ReportLine = SoldLine & {
  channel_id: string
  /** Null for a product that is linked to none. */
  variant_id: string | null
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  /** Units that were sold and did not come back unharmed. */
  units: number
}

/** An order with what was sold in it; no lines where it was never downloaded. */
export type SharedOrder = Omit<ReportEntry, "cost"> & {
  id: string
  lines: ReportLine[]
}

/**
 * Orders of a report with their lines, a page after an order's id.
 * @param after_id empty for the first page.
 */
export async function readSharedOrders(
  sql: Sql,
  scope: ReportScope,
  costs: VariantCost[],
  { after_id, limit }: { after_id: string; limit: number }
): Promise<SharedOrder[]> {
  const query = joined(
    [
      factsSql(
        scope,
        part("WHERE id > ? ORDER BY id LIMIT ?", [after_id, limit])
      ),
      soldSql(scope, costs),
    ],
    ",\n"
  )
  const rows = await sql<
    Omit<SharedOrder, "is_order" | "lines"> & {
      lines: ReportLine[] | null
    }
  >(
    `WITH ${query.text}
     SELECT facts.id, facts.is_settled, facts.settled, facts.expected,
            facts.fee_parts, facts.is_outstanding, own.lines
       FROM facts
       LEFT JOIN (SELECT channel_order_id,
                         jsonb_agg(to_jsonb(sold) ORDER BY position) AS lines
                    FROM sold GROUP BY 1) AS own
         ON own.channel_order_id = facts.channel_order_id
      ORDER BY facts.id`,
    query.params
  )
  return rows.map((row) => ({
    ...row,
    is_order: true,
    lines: row.lines ?? [],
  }))
}
