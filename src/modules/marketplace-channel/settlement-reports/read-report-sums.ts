import { FeeKind } from "../../../domain/statements/fee-kind"
import {
  AmountsWithCost,
  feesByKind,
  ReportSums,
} from "../../../domain/statements/report-sums"
import { Sql } from "../sql-store"
import {
  COSTS,
  factsSql,
  joined,
  MONTH,
  othersSql,
  part,
  ReportScope,
  soldSql,
  VariantCost,
} from "./report-sql"

/** What rows are made of; `none` makes one row of everything. */
export type ReportGroup = "channel" | "month" | "none"

/** The sums of a channel (its id), of a month (`2026-03`, empty without a day), or of all (empty). */
export type GroupSums = { key: string; sums: ReportSums }

const KEYS: Record<ReportGroup, string> = {
  channel: "channel_id",
  month: MONTH,
  none: "''::text",
}

type SumsRow = {
  key: string
  settled: Numbers
  expected: Numbers | null
  outstanding: number
  order_count: number
  settled_count: number
  orders_without_cost: number
}
type Numbers = { [name in keyof AmountsWithCost]: number | null }

/** Sums of orders and of lines of no order, by group. */
export async function readReportSums(
  sql: Sql,
  scope: ReportScope,
  costs: VariantCost[],
  group: ReportGroup
): Promise<GroupSums[]> {
  const orders = joined(
    [factsSql(scope), soldSql(scope, costs), part(COSTS)],
    ",\n"
  )
  const all = joined([orders, othersSql(scope)], ",\n")
  return sums(
    sql,
    all,
    `${ORDERS(KEYS[group])} UNION ALL ${OTHERS(KEYS[group])}`
  )
}

/** Sums of lines of no order, by channel. */
export function readOtherSums(
  sql: Sql,
  scope: ReportScope
): Promise<GroupSums[]> {
  return sums(sql, othersSql(scope), OTHERS(KEYS.channel))
}

const ORDERS = (key: string) =>
  `SELECT ${key} AS key, true AS is_order, is_settled, settled, expected,
          is_outstanding, fee_parts, costs.cost
     FROM facts LEFT JOIN costs ON costs.channel_order_id = facts.channel_order_id`

/** They have no goods: they are no part of any margin, and no cost of theirs is unknown. */
const OTHERS = (key: string) =>
  `SELECT ${key} AS key, false AS is_order, true AS is_settled, settled,
          NULL::jsonb AS expected, false AS is_outstanding, fee_parts,
          NULL::numeric AS cost
     FROM others`

const AMOUNTS = ["revenue", "fees", "adjustment", "net"] as const

/** An object of the sums of `settled` or `expected`, over the rows that have it. */
const SUMS_OF = (name: string, condition: string) => `
  jsonb_build_object(
    ${AMOUNTS.map((one) => `'${one}', COALESCE(SUM((${name}->>'${one}')::numeric), 0)`).join(",\n    ")},
    'cost', SUM(cost) FILTER (WHERE ${condition}),
    'margin', SUM((${name}->>'net')::numeric - cost) FILTER (WHERE ${condition}))`

async function sums(
  sql: Sql,
  source: { text: string; params: unknown[] },
  entries: string
): Promise<GroupSums[]> {
  const [rows, fees] = await Promise.all([
    sql<SumsRow>(
      `WITH ${source.text}, entries AS (${entries})
       SELECT key, ${SUMS_OF("settled", "is_settled")} AS settled,
              CASE WHEN bool_or(expected IS NOT NULL)
                   THEN ${SUMS_OF("expected", "expected IS NOT NULL")} END AS expected,
              COALESCE(SUM((expected->>'net')::numeric)
                         FILTER (WHERE is_outstanding), 0)::float8 AS outstanding,
              COUNT(*) FILTER (WHERE is_order)::int AS order_count,
              COUNT(*) FILTER (WHERE is_order AND is_settled)::int AS settled_count,
              COUNT(*) FILTER (WHERE is_order AND cost IS NULL
                                 AND (is_settled OR expected IS NOT NULL))::int
                AS orders_without_cost
         FROM entries GROUP BY key ORDER BY key`,
      source.params
    ),
    sql<{ key: string; kind: FeeKind; amount: number }>(
      `WITH ${source.text}, entries AS (${entries})
       SELECT key, fee->>'kind' AS kind,
              SUM((fee->>'amount')::numeric)::float8 AS amount
         FROM entries, jsonb_array_elements(fee_parts) AS fee
        GROUP BY 1, 2 ORDER BY 1, 2`,
      source.params
    ),
  ])
  return rows.map(({ key, ...row }) => ({
    key,
    sums: toSums(
      row,
      fees.filter((fee) => fee.key === key)
    ),
  }))
}

function toSums(
  row: Omit<SumsRow, "key">,
  fees: { kind: FeeKind; amount: number }[]
): ReportSums {
  const settled = amountsOf(row.settled)
  return {
    ...row,
    settled,
    expected: row.expected && amountsOf(row.expected),
    fee_parts: feesByKind(
      settled.fees,
      fees.map(({ kind, amount }) => ({ kind, amount }))
    ),
  }
}

function amountsOf({
  revenue,
  fees,
  adjustment,
  net,
  cost,
  margin,
}: Numbers): AmountsWithCost {
  return {
    revenue: Number(revenue),
    fees: Number(fees),
    adjustment: Number(adjustment),
    net: Number(net),
    cost: cost === null ? null : Number(cost),
    margin: margin === null ? null : Number(margin),
  }
}
