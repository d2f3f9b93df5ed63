import { currencyExponent } from "../../../domain/shared/amount"
import { CANCELLED_STATUSES } from "../../../domain/orders/order-status"
import { LINE_KINDS } from "../../../domain/statements/statement-line"
import { isCompared } from "../../../domain/statements/order-settlement"
import { NOT_IDLE } from "../read-settlements"

/** By which day an entry is in a report: that of the order, or of its newest settlement. */
export const REPORT_DATES = ["ordered", "settled"] as const
export type ReportDate = (typeof REPORT_DATES)[number]

/** What a report is about; every filter narrows. */
export type ReportScope = {
  /** A report is in one currency: amounts of several are never added up. */
  currency_code: string
  channel_id?: string[]
  dated: ReportDate
  /** `from` included, `to` excluded (UTC). */
  from?: Date
  to?: Date
}

/** What one unit of a variant costs (smallest unit); variants without a known cost are left out. */
export type VariantCost = { variant_id: string; cost: number }

/** A part of a statement, with what its placeholders stand for. */
export type SqlPart = { text: string; params: unknown[] }

const LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/**
 * The moment by which an order counts. One that was never downloaded counts by its first
 * settlement; one that is not settled has no day of settlement.
 */
const ORDER_AT: Record<ReportDate, string> = {
  ordered:
    "COALESCE(placed.placed_at, settlement.first_settled_at, settlement.created_at)",
  settled: "settlement.last_settled_at",
}

/** Of a line of no order. */
const LINE_AT: Record<ReportDate, string> = {
  ordered:
    "COALESCE(line.ordered_at, line.settled_at, statement.period_from, statement.imported_at)",
  settled:
    "COALESCE(line.settled_at, statement.period_to, statement.imported_at)",
}

/** Months as the shops' clocks have them: UTC+7. */
export const MONTH =
  "COALESCE(to_char(at AT TIME ZONE 'UTC' + interval '7 hours', 'YYYY-MM'), '')"

/**
 * `facts`: the orders of a report, one row each.
 * @param tail which of them, by its columns: conditions, order and limit.
 */
export function factsSql(scope: ReportScope, tail?: SqlPart): SqlPart {
  const where = scopeConditions(scope, "settlement", ORDER_AT[scope.dated])
  return part(
    `facts AS MATERIALIZED (SELECT * FROM (
       SELECT settlement.id, settlement.channel_id, settlement.external_order_id,
              settlement.channel_order_id, settlement.state,
              settlement.line_count > 0 AS is_settled, settlement.settled,
              settlement.expected, settlement.fee_parts,
              settlement.state = 'pending' AND settlement.owed_since IS NOT NULL
                AND settlement.expected IS NOT NULL AS is_outstanding,
              settlement.due_at IS NOT NULL AS comparing,
              placed.status AS order_status, placed.placed_at,
              settlement.last_settled_at, ${ORDER_AT[scope.dated]} AS at
         FROM marketplace_settlement AS settlement
         LEFT JOIN marketplace_channel_order AS placed
           ON placed.id = settlement.channel_order_id
        WHERE settlement.deleted_at IS NULL AND ${NOT_IDLE}
          AND ${where.text}) AS fact ${tail?.text ?? ""})`,
    [...where.params, ...(tail?.params ?? [])]
  )
}

const CANCELLED = CANCELLED_STATUSES.map((status) => `'${status}'`).join(", ")

/**
 * `sold`: the lines of those orders with what of them is worth something and what its goods
 * cost. Goods that came back unharmed cost nothing; damaged and lost ones do. Needs `facts`.
 */
export function soldSql(
  { currency_code }: Pick<ReportScope, "currency_code">,
  costs: VariantCost[]
): SqlPart {
  return part(
    `returned AS (
       SELECT entry->>'line_id' AS line_id, SUM((entry->>'good')::int) AS good
         FROM marketplace_receipt AS receipt, jsonb_array_elements(receipt.lines) AS entry
        WHERE receipt.deleted_at IS NULL
          AND receipt.channel_order_id IN (SELECT channel_order_id FROM facts)
        GROUP BY 1
     ), unit AS MATERIALIZED (
       SELECT variant_id, cost
         FROM jsonb_to_recordset(?::jsonb) AS known(variant_id text, cost numeric)
     ), sold AS (
       SELECT kept.*, CASE WHEN kept.units = 0 THEN 0
                           ELSE kept.units * unit.cost END AS cost
         FROM (SELECT line.channel_order_id, line.channel_id, line.position,
                      COALESCE(line.variant_id, listing.variant_id) AS variant_id,
                      line.external_sku_id, line.seller_sku, line.title, line.sku_title,
                      line.quantity - line.cancelled_quantity AS quantity,
                      CASE WHEN facts.order_status IN (${CANCELLED}) THEN 0
                           ELSE GREATEST(line.quantity - line.cancelled_quantity
                                         - COALESCE(returned.good, 0), 0)
                      END AS units,
                      CASE WHEN line.quantity = 0 THEN 0
                           ELSE round(GREATEST(line.unit_price * line.quantity
                                               - line.seller_discount, 0)
                                      * 10 ^ ${currencyExponent(currency_code)}
                                      * (line.quantity - line.cancelled_quantity)
                                      / line.quantity)
                      END AS worth
                 FROM facts
                 JOIN marketplace_channel_order_line AS line
                   ON line.channel_order_id = facts.channel_order_id
                  AND line.deleted_at IS NULL AND line.fulfilled_by <> 'other_seller'
                 LEFT JOIN marketplace_listing AS listing
                   ON listing.channel_id = line.channel_id
                  AND listing.external_sku_id = line.external_sku_id
                  AND listing.deleted_at IS NULL
                 LEFT JOIN returned ON returned.line_id = line.id) AS kept
         LEFT JOIN unit ON unit.variant_id = kept.variant_id)`,
    [JSON.stringify(costs)]
  )
}

/** `costs`: of each order's goods; null while that of any is unknown. Needs `sold`. */
export const COSTS = `costs AS (
  SELECT channel_order_id,
         CASE WHEN bool_and(cost IS NOT NULL) THEN SUM(cost) END AS cost
    FROM sold GROUP BY 1)`

const COMPARED = LINE_KINDS.filter(isCompared)
  .map((kind) => `'${kind}'`)
  .join(", ")

/**
 * `others`: lines of no order, as of advertising, in the amounts in which they are booked: all
 * of a line that nothing is expected of is an adjustment.
 */
export function othersSql(scope: ReportScope): SqlPart {
  const where = scopeConditions(scope, "line", LINE_AT[scope.dated])
  return part(
    `others AS (
       SELECT line.channel_id, ${LINE_AT[scope.dated]} AS at,
              CASE WHEN line.kind IN (${COMPARED}) THEN line.amounts
                   ELSE jsonb_build_object('revenue', 0, 'fees', 0,
                          'adjustment', line.amounts->'net', 'net', line.amounts->'net')
              END AS settled,
              CASE WHEN line.kind IN (${COMPARED}) THEN line.fee_parts
                   ELSE '[]'::jsonb END AS fee_parts
         FROM marketplace_statement_line AS line
         JOIN marketplace_statement AS statement
           ON statement.id = line.statement_id AND statement.status = 'done'
          AND statement.deleted_at IS NULL
        WHERE line.deleted_at IS NULL AND line.external_order_id IS NULL
          AND line.refusals IS NULL AND line.duplicate_of_id IS NULL
          AND ${where.text})`,
    where.params
  )
}

function scopeConditions(
  { currency_code, channel_id, from, to }: ReportScope,
  table: string,
  at: string
): SqlPart {
  const parts = [part(`${table}.currency_code = ?`, [currency_code])]
  if (channel_id?.length) {
    parts.push(
      part(`${table}.channel_id = ANY(${LIST})`, [JSON.stringify(channel_id)])
    )
  }
  if (from) {
    parts.push(part(`${at} >= ?::timestamptz`, [from.toISOString()]))
  }
  if (to) {
    parts.push(part(`${at} < ?::timestamptz`, [to.toISOString()]))
  }
  return joined(parts, " AND ")
}

export function part(text: string, params: unknown[] = []): SqlPart {
  return { text, params }
}

export function joined(parts: SqlPart[], between: string): SqlPart {
  return {
    text: parts.map(({ text }) => text).join(between),
    params: parts.flatMap(({ params }) => params),
  }
}
