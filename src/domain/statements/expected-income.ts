import { Amount } from "../shared/amount"
import { SettledAmounts } from "./amounts"
import { FeePart } from "./fee-kind"

/**
 * What an order says by itself that it will pay, by the marketplace's newest answer.
 * Parts that it does not tell are null.
 */
export type OrderIncome = {
  /** ISO 4217, lower case. */
  currency_code: string
  revenue: Amount | null
  /** Signed: negative. */
  fees: Amount | null
  fee_parts: FeePart[]
  net: Amount
}

/**
 * Where an expectation comes from: the order's own income; the shop's fee rules over the order's
 * price; or the price alone, while the channel has no rules.
 */
export type ExpectationBasis = "order_income" | "fee_rules" | "price"

export type Expectation = {
  basis: ExpectationBasis
  amounts: SettledAmounts
  /** Null where only the sum of fees is known. */
  fee_parts: FeePart[] | null
}
