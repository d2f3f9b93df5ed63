import { MappingError } from "../../../domain/provider/mapping-error"
import {
  NeutralPayout,
  NeutralStatement,
} from "../../../domain/provider/reads-statements"
import { JsonObject } from "../../../domain/shared/json"
import { WireStatement, WireWithdrawal } from "../types"
import { Fields, fieldsOf } from "./fields"
import { signedIn } from "./signed"

const DAY_MS = 86_400_000

const PAYMENTS: Record<string, NonNullable<NeutralStatement["payment"]>> = {
  PAID: "paid",
  PROCESSING: "processing",
  FAILED: "failed",
}

const PAYOUTS: Record<string, NeutralPayout["kind"]> = {
  WITHDRAW: "withdrawal",
  SETTLE: "settlement",
  TRANSFER: "transfer",
  REVERSE: "reversal",
}

/**
 * A statement as TikTok lists it; it is generated at the midnight (UTC) that ends its day.
 * `fee_amount` includes shipping in South-East Asia; elsewhere that stands apart.
 * @throws {MappingError}
 */
export function mapStatement(json: JsonObject): NeutralStatement {
  const statement = fieldsOf<WireStatement>(json)
  const currency_code = statement.required("currency").toLowerCase()
  const amount = (name: keyof WireStatement & string) =>
    signedIn(statement, name, currency_code)
  const net = amount("settlement_amount")
  if (net === null) {
    throw new MappingError(statement.at("settlement_amount"), "is missing")
  }
  const { from, to } = dayOf(statement)
  return {
    external_id: statement.required("id"),
    period_from: from,
    period_to: to,
    currency_code,
    totals: {
      revenue: amount("revenue_amount") ?? amount("net_sales_amount") ?? 0,
      fees: (amount("fee_amount") ?? 0) + (amount("shipping_cost_amount") ?? 0),
      adjustment: amount("adjustment_amount") ?? 0,
      net,
    },
    payment: PAYMENTS[statement.text("payment_status") ?? ""] ?? null,
    payment_external_id: statement.text("payment_id"),
  }
}

/** The day that a statement is about; null where it cannot be read. */
export function dayOfStatement(json: JsonObject): Date | null {
  return asFarAsReadable(() => dayOf(fieldsOf<WireStatement>(json)).from)
}

/** When a payout was made; null where that cannot be read. */
export function momentOfPayout(json: JsonObject): Date | null {
  return asFarAsReadable(() =>
    fieldsOf<WireWithdrawal>(json).time("create_time")
  )
}

function asFarAsReadable(read: () => Date | null): Date | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof MappingError)) {
      throw error
    }
    return null
  }
}

function dayOf(statement: Fields<WireStatement>): { from: Date; to: Date } {
  return dayBefore(statement.requiredTime("statement_time"))
}

/** The day, in UTC, that a statement of this moment is about. */
export function dayBefore(generated_at: Date): { from: Date; to: Date } {
  const to = Math.floor(generated_at.getTime() / DAY_MS) * DAY_MS
  return { from: new Date(to - DAY_MS), to: new Date(to) }
}

/** @throws {MappingError} also for a kind of payout that TikTok does not document. */
export function mapPayout(json: JsonObject): NeutralPayout {
  const payout = fieldsOf<WireWithdrawal>(json)
  const currency_code = payout.required("currency").toLowerCase()
  const type = payout.required("type")
  const kind = new Map(Object.entries(PAYOUTS)).get(type)
  const amount = signedIn(payout, "amount", currency_code)
  if (!kind) {
    throw new MappingError(payout.at("type"), `"${type}" is not known`)
  }
  if (amount === null) {
    throw new MappingError(payout.at("amount"), "is missing")
  }
  return {
    external_id: payout.required("id"),
    kind,
    at: payout.requiredTime("create_time"),
    amount,
    currency_code,
    raw_status: payout.text("status") ?? "",
  }
}
