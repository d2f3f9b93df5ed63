import { LocalizedText } from "../shared/localized-text"

/**
 * Why a file as a whole is not taken. Nothing of it is kept then, except where only its columns
 * are unknown: those a person can map.
 */
export const FILE_PROBLEM_CODES = [
  "empty_file",
  "too_large",
  /** Not a workbook at all. */
  "not_a_workbook",
  /** The format before 2007 (.xls). */
  "old_workbook",
  "password_protected",
  "macros",
  /** Would unpack to more than is taken. */
  "expands_too_much",
  "damaged_workbook",
  "too_many_rows",
  "no_lines",
  /** A known export that is no statement. */
  "look_alike",
  /** The statement of another marketplace. */
  "other_marketplace",
  /** Most orders of it belong to another channel. */
  "other_channel",
  "duplicate_columns",
  "merged_headings",
  "unknown_columns",
] as const
export type FileProblemCode = (typeof FILE_PROBLEM_CODES)[number]

/** The admin has a sentence with the remedy for each code; `params` are named in it. */
export type FileProblem = {
  code: FileProblemCode
  sheet: string | null
  row: number | null
  column: string | null
  params: { [name: string]: string | number | LocalizedText }
}

/** What about a file that was taken a person should know. */
export const STATEMENT_NOTICE_CODES = [
  /** Headings that nothing is known of; their cells are kept. */
  "unknown_columns",
  /** Kinds of lines that nothing is known of. */
  "unknown_kinds",
  "sheet_missing",
  "sheet_ignored",
  "hidden_rows_counted",
  "total_rows_left_out",
  "formulas_taken_as_saved",
  "declared_size_wrong",
  /** The sum of the lines is not what the file states. */
  "totals_differ",
  "payout_differs",
  "refused_rows",
  /** The same lines were there before. */
  "overlaps",
  "orders_not_downloaded",
] as const
export type StatementNoticeCode = (typeof STATEMENT_NOTICE_CODES)[number]

export type StatementNotice = {
  code: StatementNoticeCode
  params: { [name: string]: string | number | string[] }
}

/** Problems that a person can solve by saying which column is what. */
const MAPPABLE: readonly FileProblemCode[] = [
  "unknown_columns",
  "duplicate_columns",
  "merged_headings",
]

export function isMappable({ code }: FileProblem): boolean {
  return MAPPABLE.includes(code)
}
