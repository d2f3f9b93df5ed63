import { toMajorUnit } from "../../domain/shared/amount"
import { SettlementFilters, settlementConditions } from "./read-settlements"
import { Sql } from "./sql-store"

/** Days since an order reached its buyer. */
export const OUTSTANDING_AGES = ["0-7", "8-14", "15-30", "31+"] as const
export type OutstandingAge = (typeof OUTSTANDING_AGES)[number]

/** Orders that are not paid yet; `amount` is what they should bring, in the major unit. */
export type Outstanding = {
  age: OutstandingAge
  currency_code: string
  count: number
  amount: number
}

export type SettlementCounts = {
  by_state: Record<string, number>
  /** An order with several findings counts once for each code. */
  by_finding: Record<string, number>
  unconfirmed: number
  outstanding: Outstanding[]
}

/** How many settlements there are of each kind, and how much money is still to come. */
export async function countSettlements(
  sql: Sql,
  filters: SettlementFilters,
  now: Date
): Promise<SettlementCounts> {
  const { where, params } = settlementConditions(filters)
  const from = `FROM marketplace_settlement AS settlement`
  const [states, findings, outstanding] = await Promise.all([
    sql<{ state: string; count: number; unconfirmed: number }>(
      `SELECT state, COUNT(*)::int AS count,
              COUNT(*) FILTER (WHERE confirmed_at IS NULL)::int AS unconfirmed
         ${from} WHERE ${where} GROUP BY state`,
      params
    ),
    sql<{ code: string; count: number }>(
      `SELECT found->>'code' AS code, COUNT(DISTINCT settlement.id)::int AS count
         ${from}, jsonb_array_elements(settlement.findings) AS found
        WHERE ${where} GROUP BY 1`,
      params
    ),
    readOutstanding(sql, filters, now),
  ])
  return {
    by_state: Object.fromEntries(
      states.map(({ state, count }) => [state, count])
    ),
    by_finding: Object.fromEntries(
      findings.map(({ code, count }) => [code, count])
    ),
    unconfirmed: states
      .filter(({ state }) => state !== "pending" && state !== "not_found")
      .reduce((sum, { unconfirmed }) => sum + unconfirmed, 0),
    outstanding,
  }
}

/** Money still to come by the age of its orders: every age for every currency there is. */
export async function readOutstanding(
  sql: Sql,
  filters: SettlementFilters,
  now: Date
): Promise<Outstanding[]> {
  const { where, params } = settlementConditions(filters)
  const rows = await sql<{
    age: OutstandingAge
    currency_code: string
    count: number
    amount: string
  }>(
    `SELECT CASE WHEN days <= 7 THEN '0-7' WHEN days <= 14 THEN '8-14'
                 WHEN days <= 30 THEN '15-30' ELSE '31+' END AS age,
            currency_code, COUNT(*)::int AS count, SUM(net)::text AS amount
       FROM (SELECT floor(extract(epoch FROM ?::timestamptz - settlement.owed_since)
                          / 86400) AS days,
                    settlement.currency_code,
                    (settlement.expected->>'net')::numeric AS net
               FROM marketplace_settlement AS settlement
              WHERE ${where} AND settlement.state = 'pending'
                AND settlement.owed_since IS NOT NULL
                AND settlement.expected IS NOT NULL) AS owed
      WHERE net <> 0
      GROUP BY 1, 2`,
    [now.toISOString(), ...params]
  )
  const currencies = [...new Set(rows.map((row) => row.currency_code))].sort()
  return currencies.flatMap((currency_code) =>
    OUTSTANDING_AGES.map((age) => {
      const row = rows.find(
        (one) => one.age === age && one.currency_code === currency_code
      )
      return {
        age,
        currency_code,
        count: row?.count ?? 0,
        amount: toMajorUnit(Number(row?.amount ?? 0), currency_code),
      }
    })
  )
}
