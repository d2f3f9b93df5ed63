import { Amount } from "../../shared/amount"
import { SettledAmounts } from "../amounts"
import { FeePart } from "../fee-kind"
import { LineKind, RefusalCode } from "../statement-line"

/** What the cells of a row state; null where there is no column or the cell is empty. */
export type StatedAmounts = {
  revenue: Amount | null
  revenue_parts: Amount[]
  fees: Amount | null
  fee_parts: FeePart[]
  adjustment: Amount | null
  net: Amount | null
}

export type RowAmounts =
  | { ok: true; amounts: SettledAmounts; fee_parts: FeePart[] }
  | { ok: false; code: RefusalCode; value: string | null }

type Rules = {
  kind: LineKind
  fees_may_be_unsigned: boolean
  /** Name of fees that are in the total and in no column of their own. */
  rest_name: string
}

/**
 * Settles a row: revenue + fees + adjustment = net. What a row leaves out follows from the rest;
 * a row that states all of it and does not add up is refused.
 */
export function settleRow(stated: StatedAmounts, rules: Rules): RowAmounts {
  const sum_of_parts = sum(stated.fee_parts.map(({ amount }) => amount))
  const all = {
    revenue:
      stated.revenue ??
      (stated.revenue_parts.length > 0 ? sum(stated.revenue_parts) : null),
    fees: stated.fees ?? (stated.fee_parts.length > 0 ? sum_of_parts : null),
    adjustment: stated.adjustment,
  }
  const { net } = stated
  if (net === null) {
    return withoutNet(all, stated.fee_parts, rules)
  }
  const adjustment = all.adjustment ?? 0
  const { revenue, fees } = all
  if (revenue === null || fees === null) {
    const amounts = fillIn(all, net, rules.kind)
    return settled(amounts, stated.fee_parts, rules)
  }
  const rest = net - revenue - fees - adjustment
  if (rest === 0) {
    return settled({ revenue, fees, adjustment, net }, stated.fee_parts, rules)
  }
  if (rules.fees_may_be_unsigned && rest === -2 * fees) {
    const parts = stated.fee_parts.map((part) => ({
      ...part,
      amount: -part.amount,
    }))
    return settled({ revenue, fees: -fees, adjustment, net }, parts, rules)
  }
  if (all.adjustment === null && isBooked(rules.kind)) {
    return settled(
      { revenue, fees, adjustment: rest, net },
      stated.fee_parts,
      rules
    )
  }
  return { ok: false, code: "sum_differs", value: String(net) }
}

type Partial = {
  revenue: Amount | null
  fees: Amount | null
  adjustment: Amount | null
}

function withoutNet(
  { revenue, fees, adjustment }: Partial,
  fee_parts: FeePart[],
  rules: Rules
): RowAmounts {
  const says_nothing = revenue === null && adjustment === null
  const is_sign_open =
    rules.fees_may_be_unsigned &&
    fees !== null &&
    revenue !== null &&
    fees !== 0 &&
    Math.sign(fees) === Math.sign(revenue)
  if (says_nothing || is_sign_open) {
    return { ok: false, code: "amounts_missing", value: null }
  }
  const amounts = {
    revenue: revenue ?? 0,
    fees: fees ?? 0,
    adjustment: adjustment ?? 0,
  }
  const net = amounts.revenue + amounts.fees + amounts.adjustment
  return settled({ ...amounts, net }, fee_parts, rules)
}

/** What is missing is what the net leaves: fees beside a revenue, or the other way round. */
function fillIn(
  { revenue, fees, adjustment }: Partial,
  net: Amount,
  kind: LineKind
): SettledAmounts {
  if (isBooked(kind) && adjustment === null) {
    const rest = net - (revenue ?? 0) - (fees ?? 0)
    return { revenue: revenue ?? 0, fees: fees ?? 0, adjustment: rest, net }
  }
  const open = net - (adjustment ?? 0)
  if (revenue !== null) {
    const rest = open - revenue
    return { revenue, fees: rest, adjustment: adjustment ?? 0, net }
  }
  const rest = open - (fees ?? 0)
  return { revenue: rest, fees: fees ?? 0, adjustment: adjustment ?? 0, net }
}

function isBooked(kind: LineKind): boolean {
  return kind !== "sale" && kind !== "refund"
}

/** Fees by column always make the fees: what no column explains is a part of its own. */
function settled(
  amounts: SettledAmounts,
  parts: FeePart[],
  { rest_name }: Rules
): RowAmounts {
  const fee_parts = parts.filter(({ amount }) => amount !== 0)
  const rest = amounts.fees - sum(fee_parts.map(({ amount }) => amount))
  if (rest !== 0) {
    fee_parts.push({ kind: "other", name: rest_name, amount: rest })
  }
  return { ok: true, amounts: withoutNegativeZero(amounts), fee_parts }
}

function withoutNegativeZero(amounts: SettledAmounts): SettledAmounts {
  const { revenue, fees, adjustment, net } = amounts
  return {
    revenue: revenue + 0,
    fees: fees + 0,
    adjustment: adjustment + 0,
    net: net + 0,
  }
}

function sum(amounts: Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0)
}
