import { SettledAmounts } from "../../domain/statements/amounts"
import { FeePart } from "../../domain/statements/fee-kind"
import { Finding } from "../../domain/statements/finding"
import { LineState, SettlementState } from "../../domain/statements/line-state"
import { CountedLine } from "../../domain/statements/order-settlement"

/** A settlement that has to be worked out, with the moment since when. */
export type DueSettlement = {
  id: string
  channel_id: string
  external_order_id: string
  /** As the database spells it, so that a later call is told from this one. */
  due_at: string
}

export type SettlementLine = CountedLine & {
  id: string
  external_order_id: string
}

/** A settlement as it was worked out. Times UTC, money in the smallest unit. */
export type JudgedSettlement = {
  id: string
  due_at: string
  channel_order_id: string | null
  state: SettlementState
  currency_code: string
  settled: SettledAmounts
  expected: SettledAmounts | null
  expected_basis: string | null
  difference: SettledAmounts | null
  fee_parts: FeePart[]
  findings: Finding[]
  line_count: number
  first_settled_at: Date | null
  last_settled_at: Date | null
  owed_since: Date | null
  lines: { id: string; state: LineState }[]
}
