import { SettledAmounts } from "../../domain/statements/amounts"
import { StatementNotice } from "../../domain/statements/file-problem"
import { LineState } from "../../domain/statements/line-state"
import { StatementMapping } from "../../domain/statements/statement-mapping"

/** A statement whose lines are about to be read. */
export type NewStatement = {
  channel_id: string
  source: "file" | "api"
  external_id: string | null
  filename: string | null
  file_id: string | null
  /** SHA-256 of the bytes, hexadecimal. */
  file_hash: string | null
  currency_code: string
  created_by: string
}

/** What is known of a statement once all its lines are there. */
export type StatementEnd = {
  mapping: StatementMapping | null
  stated_totals: Partial<SettledAmounts> | null
  notices: StatementNotice[]
  /** As the marketplace states it; else from the lines' days. */
  period: { from: Date; to: Date } | null
  payment: string | null
  payment_external_id: string | null
}

/** Lines by state; `comparing` until their orders have been looked at. */
export type LineCounts = Partial<Record<LineState | "comparing", number>> & {
  lines: number
}
