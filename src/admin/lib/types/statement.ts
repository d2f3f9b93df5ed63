import type { SettledAmounts } from "../../../domain/statements/amounts"
import type { FeeKind, FeePart } from "../../../domain/statements/fee-kind"
import type { StatementNotice } from "../../../domain/statements/file-problem"
import type { Finding } from "../../../domain/statements/finding"
import type { ExpectationBasis } from "../../../domain/statements/expected-income"
import type { LineState } from "../../../domain/statements/line-state"
import type {
  LineKind,
  RowRefusal,
} from "../../../domain/statements/statement-line"
import type { SheetMapping } from "../../../domain/statements/statement-mapping"
import type { StatementField } from "../../../domain/provider/reads-statement-files"
import type { JsonValue } from "../../../domain/shared/json"
import type { Run } from "./run"

export const STATEMENT_STATUSES = [
  "importing",
  "needs_mapping",
  "done",
  "refused",
] as const
export type StatementStatus = (typeof STATEMENT_STATUSES)[number]

export type Statement = {
  id: string
  channel_id: string
  channel_name: string | null
  provider_id: string | null
  source: "file" | "api"
  external_id: string | null
  status: StatementStatus
  /** False for one that is `importing` although its reading broke off. */
  is_being_read: boolean
  filename: string | null
  run_id: string | null
  period_from: string | null
  period_to: string | null
  currency_code: string
  /** Empty until its lines have been read. */
  totals: Partial<SettledAmounts>
  /** What all of its lines come to, those among them that count elsewhere. */
  line_totals: Partial<SettledAmounts>
  /** What the file or the marketplace itself says, as far as it does. */
  stated_totals: Partial<SettledAmounts> | null
  payment: "paid" | "processing" | "failed" | null
  payment_external_id: string | null
  /** The money that came for it; null as long as none is known. Major unit. */
  payout: {
    id: string
    external_id: string
    at: string
    amount: number
    /** What the lines of all its statements come to, and how much more was paid. */
    settled: number
    difference: number
    statement_count: number
  } | null
  /**
   * What the other source, file or API, tells of the same days; null where it tells nothing,
   * absent in lists. Major unit.
   */
  cross_check?: {
    statements: { id: string; name: string | null }[]
    in_both: number
    only_here: number
    only_here_net: number
  } | null
  /** Lines by state; `lines` is their sum, `comparing` those that wait. */
  counts: Partial<Record<LineState | "lines" | "comparing", number>>
  /** Amounts among their params are in the currency's smallest unit. */
  notices: StatementNotice[]
  created_at: string
  imported_at: string | null
}

export type StatementLine = {
  id: string
  statement_id: string
  sheet: string
  /** As the workbook counts, from 1. */
  row: number
  kind: LineKind | null
  raw_kind: string | null
  external_order_id: string | null
  external_line_id: string | null
  channel_order_id: string | null
  settlement_id: string | null
  item_ref: string | null
  quantity: number | null
  ordered_at: string | null
  settled_at: string | null
  currency_code: string
  revenue: number | null
  fees: number | null
  adjustment: number | null
  net: number | null
  fee_parts: FeePart[]
  /** Cells as they stand in the file, by heading. */
  raw: Record<string, JsonValue>
  /** Null while its order is being compared. */
  state: LineState | null
  /** Net of its order as a whole, and what came in all less that. */
  expected: number | null
  expected_basis: ExpectationBasis | null
  difference: number | null
  findings: Finding[]
  refusals: RowRefusal[] | null
  duplicate_of: { statement_id: string; sheet: string; row: number } | null
}

/** The first rows of a sheet, and what its columns probably are. */
export type SheetPreview = {
  name: string
  rows: { row: number; cells: string[] }[]
  mapping: SheetMapping | null
}

export type StatementPreview = {
  sheets: SheetPreview[]
  fields: StatementField[]
  fee_kinds: FeeKind[]
  line_kinds: LineKind[]
}

/** A run that reads a statement. */
export type StatementRun = Run & { statement_id: string }
