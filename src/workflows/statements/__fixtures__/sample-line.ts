import { FeeKind } from "../../../domain/statements/fee-kind"
import { LineKind } from "../../../domain/statements/statement-line"
import { SampleCell } from "./sample-sheet"

/** A line to be written into a marketplace's file. Amounts in đồng, signed. */
export type SampleLine = {
  kind: LineKind
  /** The order that the line is about. */
  order_id: string | null
  /** Own id of an adjustment, where the marketplace gives one. */
  line_id?: string
  /** The marketplace's own word, where it is not the usual one of the kind. */
  word?: string
  item_ref?: string
  quantity?: number
  ordered_at?: Date
  settled_at?: Date
  revenue?: number
  fees?: { [kind in FeeKind]?: number }
  adjustment?: number
  /** Stated total of the fees, where it is not their sum. */
  stated_fees?: number
  /** Stated net, where it is not revenue + fees + adjustment. */
  stated_net?: number
  /** Cells to be written instead, by heading: damaged ids, fractions, formulas. */
  cells?: { [heading: string]: SampleCell }
  is_hidden?: boolean
}

export type SampleSums = {
  revenue: number
  fees: number
  adjustment: number
  net: number
}

/** What a line states. */
export function sumsOf(line: SampleLine): SampleSums {
  const parts = Object.values(line.fees ?? {})
  const revenue = line.revenue ?? 0
  const adjustment = line.adjustment ?? 0
  const charged = parts.reduce((total, amount) => total + amount, 0)
  const fees = line.stated_fees ?? charged
  return {
    revenue,
    fees,
    adjustment,
    net: line.stated_net ?? revenue + fees + adjustment,
  }
}

/** `yyyy/MM/dd`, the day in a zone. */
export function dayOf(at: Date | undefined, offset_minutes: number): string {
  const local = at && new Date(at.getTime() + offset_minutes * 60_000)
  return local ? local.toISOString().slice(0, 10).replaceAll("-", "/") : ""
}
