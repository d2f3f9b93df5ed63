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
  /** What reads it, a run or a flow, so that its own leftovers are found. */
  run_id?: string
}

/** What is known of a statement once all its lines are there. */
export type StatementEnd = {
  /** How many lines were read, refused ones among them; checked against what is there. */
  line_count?: number
  mapping: StatementMapping | null
  stated_totals: Partial<SettledAmounts> | null
  notices: StatementNotice[]
  /** As the marketplace states it; else from the lines' days. */
  period: { from: Date; to: Date } | null
  payment: string | null
  payment_external_id: string | null
}

/** A statement of the marketplace's API whose lines have all been read. */
export type DownloadedStatement = {
  /** Of the row that nobody sees yet. */
  id: string
  channel_id: string
  /** The marketplace's id of it. */
  external_id: string
  /** The run that a person can look at; null for a daily look. */
  run_id: string | null
}

/** What is on record of a statement of the API. */
export type KnownDownload = {
  id: string
  external_id: string
  stated_totals: Partial<SettledAmounts> | null
  payment: string | null
  payment_external_id: string | null
  /** A person took it out of the ledger, and it has not come again. */
  taken_back: boolean
}

/** Lines by state; `comparing` until their orders have been looked at. */
export type LineCounts = Partial<Record<LineState | "comparing", number>> & {
  lines: number
}
