import {
  StatementField,
  StatementFormat,
} from "../../provider/reads-statement-files"
import { ColumnMeaning } from "../statement-mapping"
import { AliasTable, Heading } from "./normalize-heading"

/** What a format knows of a heading; columns of details have no meaning. */
export type KnownColumn = {
  meaning: ColumnMeaning | null
  /** Of several headings for one meaning the lower one is the better. */
  rank: number
}

export type KnownColumns = { find(heading: Heading): KnownColumn | null }

const TABLES = new WeakMap<StatementFormat, KnownColumns>()

/** The headings of a format, in every language it is known in. */
export function knownColumns(format: StatementFormat): KnownColumns {
  const known = TABLES.get(format) ?? tableOf(format)
  TABLES.set(format, known)
  return known
}

function tableOf(format: StatementFormat): KnownColumns {
  const table = new AliasTable<KnownColumn>()
  const add = (aliases: string[], meaning: ColumnMeaning | null) =>
    aliases.forEach((alias, rank) => table.add(alias, { meaning, rank }))
  for (const { field, aliases } of format.columns) {
    add(aliases, { field })
  }
  for (const [field, heading] of Object.entries(format.template.headings)) {
    add([heading], { field: field as StatementField })
  }
  for (const { kind, aliases } of format.fee_columns) {
    add(aliases, { fee: kind })
  }
  for (const { aliases } of format.revenue_columns) {
    add(aliases, { field: "revenue_part" })
  }
  for (const { aliases } of format.detail_columns) {
    add(aliases, null)
  }
  return table
}

const AMOUNT_FIELDS: readonly StatementField[] = [
  "revenue",
  "revenue_part",
  "fees",
  "adjustment",
  "net",
]

/** Fields of which a sheet may have several columns. */
export function mayRepeat(field: StatementField): boolean {
  return field === "revenue_part"
}

export function isAmountColumn({ field, fee }: ColumnMeaning): boolean {
  return fee !== undefined || AMOUNT_FIELDS.includes(field)
}

/** True when a row tells by these columns what is paid out: the net, or all of its parts. */
export function tellsNet(columns: ColumnMeaning[]): boolean {
  const has = (...fields: StatementField[]) =>
    columns.some(({ field }) => field && fields.includes(field))
  const has_fees = has("fees") || columns.some(({ fee }) => fee !== undefined)
  return (
    has("net", "adjustment") || (has("revenue", "revenue_part") && has_fees)
  )
}
