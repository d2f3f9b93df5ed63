import { FeeKind } from "../statements/fee-kind"
import { LineKind } from "../statements/statement-line"
import { LocalizedText } from "../shared/localized-text"
import { MarketplaceProvider } from "./marketplace-provider"

/** What a column of a statement may mean to us. */
export const STATEMENT_FIELDS = [
  "order_id",
  "related_order_id",
  "kind",
  "item_ref",
  "item_title",
  "quantity",
  "ordered_at",
  "settled_at",
  "currency",
  "revenue",
  /** May be several columns: summed where no column states the revenue itself. */
  "revenue_part",
  "fees",
  "adjustment",
  "net",
] as const
export type StatementField = (typeof STATEMENT_FIELDS)[number]

/** A meaning and the headings it goes under, in any language; compared after normalising. */
export type ColumnAliases = {
  field: StatementField
  aliases: string[]
}

/** A column that holds one fee. */
export type FeeColumn = { kind: FeeKind; aliases: string[] }

/** A column whose sum with its like is the revenue, where no column states that itself. */
export type RevenueColumn = { aliases: string[] }

/** A column that breaks another one down, or has nothing to do with money: kept, never summed. */
export type DetailColumn = { aliases: string[] }

/** A kind of sheet whose rows are lines. */
export type StatementSheet = {
  aliases: string[]
  /** What its rows are where no column says so. */
  default_kind: LineKind
  /** The first of several sheets of a file that has to be there; others may be missing. */
  is_required: boolean
}

/** An export that looks like a statement and is none: refused by name. */
export type LookAlike = {
  name: LocalizedText
  sheet_aliases: string[]
  /** Headings that only this export has, for copies under another sheet name. */
  heading_aliases: string[]
}

/** How the statement files of a marketplace look. All of it data: nothing here reads a file. */
export type StatementFormat = {
  /** `reference/settlement-statements.md` calls what no public page confirms unverified. */
  sheets: StatementSheet[]
  /** Sheets that are known and hold no lines: explanations, withdrawals. */
  ignored_sheets: string[]
  look_alikes: LookAlike[]
  columns: ColumnAliases[]
  fee_columns: FeeColumn[]
  revenue_columns: RevenueColumn[]
  detail_columns: DetailColumn[]
  /**
   * True where the file may state fees without their sign. A row's own sum decides then, and a
   * row that does not state its net is refused instead of guessed.
   */
  fees_may_be_unsigned: boolean
  /** The marketplace's words for kinds of lines. */
  kinds: { kind: LineKind; aliases: string[] }[]
  /** Sheet with totals of the period, and the labels of its figures; null where there is none. */
  totals: {
    sheet_aliases: string[]
    labels: {
      field: "revenue" | "fees" | "adjustment" | "net"
      aliases: string[]
    }[]
  } | null
  /** Minutes east of UTC of times without a zone: 420 is UTC+7. */
  utc_offset_minutes: number
  /** ISO 4217, lower case, where no column names it. */
  currency_code: string
  /** Column headings of the workbook that people fill in by copy and paste, by field. */
  template: {
    sheet: string
    headings: Partial<Record<StatementField, string>>
    fee_headings: string[]
  }
}

/** Optional: the marketplace's statements can be uploaded as a file. */
export interface ReadsStatementFiles {
  readonly statement_format: StatementFormat
}

export function readsStatementFiles(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ReadsStatementFiles {
  return "statement_format" in provider
}
