import type { FeeKind } from "../../domain/statements/fee-kind"
import type { OutstandingReport, ReportRow } from "./types"

/** A bar made of parts; widths are in percent of the longest bar. */
export type StackedBar = {
  id: string
  total: number
  parts: { key: string; amount: number; width: number }[]
}

export type StackedBars = {
  /** Every part that occurs, the largest first; `rest` stands for all others. */
  keys: string[]
  bars: StackedBar[]
}

export const REST = "rest"

/** Parts that have a colour of their own. */
const MOST_PARTS = 5

/**
 * What was kept, by kind: fees as positive amounts. A kind of which more came back than was kept
 * has no part in its bar, so that the bar may be longer than the row's total.
 */
export function feeBars(rows: Pick<ReportRow, "id" | "fees" | "fee_parts">[]) {
  return stack(
    rows.map(({ id, fees, fee_parts }) => ({
      id,
      total: -fees + 0,
      parts: fee_parts.map(({ kind, amount }) => ({
        key: kind as FeeKind | typeof REST,
        amount: -amount,
      })),
    }))
  )
}

/** What is still to come of each channel, by age; the ages keep their order. */
export function outstandingBars(
  channels: OutstandingReport["channels"]
): StackedBars {
  const { bars } = stack(
    channels.map(({ channel_id, currency_code, amount, ages }) => ({
      id: `${channel_id} ${currency_code}`,
      total: amount,
      parts: ages.map(({ age, amount }) => ({ key: age, amount })),
    }))
  )
  return { keys: channels[0]?.ages.map(({ age }) => age) ?? [], bars }
}

function stack(
  rows: {
    id: string
    total: number
    parts: { key: string; amount: number }[]
  }[]
): StackedBars {
  const sums = new Map<string, number>()
  for (const { key, amount } of rows.flatMap(({ parts }) => parts)) {
    sums.set(key, (sums.get(key) ?? 0) + Math.max(amount, 0))
  }
  const ranked = [...sums]
    .filter(([, amount]) => amount > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([key]) => key)
  const own = ranked.slice(0, MOST_PARTS)
  const keys = ranked.length > own.length ? [...own, REST] : own
  const bars = rows.map(({ id, total, parts }) => ({
    id,
    total,
    parts: keys
      .map((key) => ({
        key,
        amount: parts
          .filter((part) =>
            key === REST ? !own.includes(part.key) : part.key === key
          )
          .reduce((sum, { amount }) => sum + Math.max(amount, 0), 0),
      }))
      .filter(({ amount }) => amount > 0),
  }))
  const longest = Math.max(
    ...bars.map(({ parts }) =>
      parts.reduce((sum, { amount }) => sum + amount, 0)
    ),
    0
  )
  return {
    keys,
    bars: bars.map((bar) => ({
      ...bar,
      parts: bar.parts.map((part) => ({
        ...part,
        width: (part.amount / longest) * 100,
      })),
    })),
  }
}

/** Kinds of fees that occur in a report, the largest first. */
export function feeKindsOf({
  fee_parts,
}: Pick<ReportRow, "fee_parts">): FeeKind[] {
  return [...fee_parts]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => a.amount - b.amount)
    .map(({ kind }) => kind)
}

/** First and last day of a month (`2026-03`). */
export function daysOfMonth(month: string): { from: string; to: string } {
  const [year, number] = month.split("-").map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return {
    from: `${month}-01`,
    to: `${month}-${String(last).padStart(2, "0")}`,
  }
}

/** `03/2026`. */
export function monthText(month: string): string {
  return month.split("-").reverse().join("/")
}
