import { toMajorUnit } from "../../domain/shared/amount"
import { groupBy } from "../../domain/shared/group-by"
import {
  SettlementFilters,
  settlementConditions,
  WITH_FINDINGS,
} from "./read-settlements"
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
      `SELECT found.code, COUNT(*)::int AS count
         ${from}, LATERAL (
           SELECT DISTINCT one->>'code' AS code
             FROM jsonb_array_elements(settlement.findings) AS one) AS found
        WHERE ${WITH_FINDINGS} AND ${where} GROUP BY 1`,
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
  return byAge(await readOwed(sql, filters, now))
}

/** Money that one channel is still to bring. */
export type ChannelOutstanding = {
  channel_id: string
  currency_code: string
  count: number
  /** Major unit. */
  amount: number
  /** Every age. */
  ages: { age: OutstandingAge; count: number; amount: number }[]
}

/** Money still to come, in all and by channel; the two are sums of the same. */
export async function readOutstandingByChannel(
  sql: Sql,
  filters: SettlementFilters,
  now: Date
): Promise<{ outstanding: Outstanding[]; channels: ChannelOutstanding[] }> {
  const owed = await readOwed(sql, filters, now)
  const channels = groupBy(
    owed,
    ({ channel_id, currency_code }) => `${channel_id} ${currency_code}`
  )
  return {
    outstanding: byAge(owed),
    channels: [...channels.values()].map((rows) => {
      const [{ channel_id, currency_code }] = rows
      return {
        channel_id,
        currency_code,
        count: rows.reduce((sum, { count }) => sum + count, 0),
        amount: major(rows, currency_code),
        ages: byAge(rows).map(({ currency_code: _, ...age }) => age),
      }
    }),
  }
}

type Owed = {
  channel_id: string
  age: OutstandingAge
  currency_code: string
  count: number
  /** Smallest unit. */
  amount: number
}

function readOwed(
  sql: Sql,
  filters: SettlementFilters,
  now: Date
): Promise<Owed[]> {
  const { where, params } = settlementConditions(filters)
  return sql<Owed>(
    `SELECT channel_id,
            CASE WHEN days <= 7 THEN '0-7' WHEN days <= 14 THEN '8-14'
                 WHEN days <= 30 THEN '15-30' ELSE '31+' END AS age,
            currency_code, COUNT(*)::int AS count, SUM(net)::float8 AS amount
       FROM (SELECT floor(extract(epoch FROM ?::timestamptz - settlement.owed_since)
                          / 86400) AS days,
                    settlement.channel_id, settlement.currency_code,
                    (settlement.expected->>'net')::numeric AS net
               FROM marketplace_settlement AS settlement
              WHERE ${where} AND settlement.state = 'pending'
                AND settlement.owed_since IS NOT NULL
                AND settlement.expected IS NOT NULL) AS owed
      WHERE net <> 0
      GROUP BY 1, 2, 3 ORDER BY 1, 3`,
    [now.toISOString(), ...params]
  )
}

function byAge(owed: Owed[]): Outstanding[] {
  const currencies = [...new Set(owed.map((row) => row.currency_code))].sort()
  return currencies.flatMap((currency_code) =>
    OUTSTANDING_AGES.map((age) => {
      const rows = owed.filter(
        (one) => one.age === age && one.currency_code === currency_code
      )
      return {
        age,
        currency_code,
        count: rows.reduce((sum, { count }) => sum + count, 0),
        amount: major(rows, currency_code),
      }
    })
  )
}

function major(rows: Owed[], currency_code: string): number {
  return toMajorUnit(
    rows.reduce((sum, { amount }) => sum + amount, 0),
    currency_code
  )
}
