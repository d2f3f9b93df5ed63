import {
  StatementField,
  StatementFormat,
} from "../../provider/reads-statement-files"
import { currencyExponent } from "../../shared/amount"
import { JsonObject } from "../../shared/json"
import { FeePart } from "../fee-kind"
import { kindByRevenue } from "../kind-by-revenue"
import { LineKind, ReadLine, RefusalCode, RowRefusal } from "../statement-line"
import { MappedColumn, SheetMapping } from "../statement-mapping"
import { CellValue, SheetHead, SheetRow, textOfCell } from "./cell-value"
import { AliasTable, normalizeHeading } from "./normalize-heading"
import { columnNames, rawRows } from "./raw-cells"
import { readAmount } from "./read-amount"
import { CellReading } from "./read-cell"
import { readDate } from "./read-date"
import { readId } from "./read-id"
import { readQuantity } from "./read-quantity"
import { settleRow } from "./row-amounts"
import { SkippedRow, whySkipped } from "./skipped-row"

export type RowReading = ReadLine | { skipped: SkippedRow }

/** How rows of one sheet are read. */
export type LineRules = {
  format: StatementFormat
  /** Of the channel, ISO 4217 lower case: rows in another currency are refused. */
  currency_code: string
  /** For the names of columns that have no meaning. */
  head: SheetHead | undefined
}

const MOST_VALUE = 100

const MOST_REMEMBERED = 1_000

/** Reads rows of a sheet as lines; pure, one row at a time. */
export class LineReader {
  private readonly kinds = new AliasTable<LineKind>()
  private readonly dates = new Map<string, CellReading<Date>>()
  private readonly words = new Map<string, LineKind>()
  private readonly currencies = new Map<string, string>()
  private readonly rawOf: (cells: CellValue[]) => JsonObject
  private readonly fields: { [field in StatementField]?: MappedColumn } = {}
  private readonly fee_columns: MappedColumn[]
  private readonly part_columns: MappedColumn[]
  private readonly exponent: number
  /** Adjustments have ids of their own where the format has a column for their order. */
  private readonly own_ids: boolean

  constructor(
    private readonly mapping: SheetMapping,
    private readonly rules: LineRules
  ) {
    const { format, currency_code, head } = rules
    for (const { kind, aliases } of format.kinds) {
      aliases.forEach((alias) => this.kinds.add(alias, kind))
    }
    for (const column of mapping.columns) {
      if (column.field) {
        this.fields[column.field] = column
      }
    }
    this.rawOf = rawRows(columnNames(mapping, head))
    this.fee_columns = mapping.columns.filter(({ fee }) => fee !== undefined)
    this.part_columns = mapping.columns.filter(
      ({ field }) => field === "revenue_part"
    )
    this.exponent = currencyExponent(currency_code)
    this.own_ids = format.columns.some(
      ({ field }) => field === "related_order_id"
    )
  }

  read({ row, cells }: SheetRow): RowReading {
    const id_column = this.fields.order_id
    const skipped = whySkipped(cells, {
      cell: id_column && cells[id_column.column - 1],
      heading: id_column?.heading ?? "",
    })
    if (skipped) {
      return { skipped }
    }
    const cell = new RowCells(cells)
    const { raw_kind, kind: stated_kind } = this.kindOf(cells)
    const amounts = this.amountsOf(cell, stated_kind)
    const { external_order_id, external_line_id } = this.idsOf(
      cell,
      stated_kind
    )
    const offset = this.rules.format.utc_offset_minutes
    const date = (column: MappedColumn | undefined) => {
      const is_utc = column && this.mapping.utc_columns.includes(column.column)
      return cell.read(column, (value) =>
        this.dateOf(value, is_utc ? 0 : offset)
      )
    }
    const ordered_at = date(this.fields.ordered_at)
    const settled_at = date(this.fields.settled_at)
    const quantity = cell.read(this.fields.quantity, readQuantity)
    this.checkCurrency(cell)
    const { sheet } = this.mapping
    const raw = this.rawOf(cells)
    if (cell.refusals.length > 0 || !amounts) {
      return { ok: false, line: { sheet, row, refusals: cell.refusals, raw } }
    }
    return {
      ok: true,
      line: {
        sheet,
        row,
        kind: kindByRevenue(stated_kind, amounts.amounts.revenue),
        raw_kind,
        external_order_id,
        external_line_id,
        item_ref: cell.text(this.fields.item_ref),
        quantity,
        ordered_at,
        settled_at,
        currency_code: this.rules.currency_code,
        amounts: amounts.amounts,
        fee_parts: amounts.fee_parts,
        raw,
      },
    }
  }

  /** Thousands of rows have the same day. */
  private dateOf(value: CellValue | undefined, offset: number) {
    if (typeof value !== "string") {
      return readDate(value, offset)
    }
    return remember(this.dates, `${offset} ${value}`, () =>
      readDate(value, offset)
    )
  }

  private kindOf(cells: CellValue[]): {
    raw_kind: string | null
    kind: LineKind
  } {
    const column = this.fields.kind
    const word = column ? textOfCell(cells[column.column - 1]).trim() : ""
    if (word === "" || word === "/") {
      return { raw_kind: null, kind: this.mapping.default_kind }
    }
    const kind = remember(
      this.words,
      word,
      () => this.kinds.find(normalizeHeading(word)) ?? "unknown"
    )
    return { raw_kind: word, kind }
  }

  private amountsOf(cell: RowCells, kind: LineKind) {
    const { revenue, fees, adjustment, net } = this.fields
    const amount = (column: MappedColumn | undefined) =>
      cell.read(column, (value) => readAmount(value, this.exponent))
    const before = cell.refusals.length
    const fee_parts: FeePart[] = []
    for (const column of this.fee_columns) {
      const value = amount(column)
      if (value !== null && column.fee) {
        fee_parts.push({
          kind: column.fee,
          name: column.heading,
          amount: value,
        })
      }
    }
    const stated = {
      revenue: amount(revenue),
      revenue_parts: this.part_columns.flatMap(
        (column) => amount(column) ?? []
      ),
      fees: amount(fees),
      fee_parts,
      adjustment: amount(adjustment),
      net: amount(net),
    }
    if (cell.refusals.length > before) {
      return null
    }
    const settled = settleRow(stated, {
      kind,
      fees_may_be_unsigned: this.rules.format.fees_may_be_unsigned,
      rest_name: fees?.heading ?? net?.heading ?? "",
    })
    if (!settled.ok) {
      const { code, value } = settled
      cell.refuse(code, code === "sum_differs" ? net : undefined, value)
      return null
    }
    return settled
  }

  private idsOf(cell: RowCells, kind: LineKind) {
    const before = cell.refusals.length
    const id = cell.read(this.fields.order_id, readId)
    const related = cell.read(this.fields.related_order_id, readId)
    const is_of_order = kind === "sale" || kind === "refund"
    if (id === null && cell.refusals.length === before && is_of_order) {
      cell.refuse("missing_id", this.fields.order_id, null)
    }
    return is_of_order || !this.own_ids
      ? { external_order_id: id, external_line_id: null }
      : { external_order_id: related, external_line_id: id }
  }

  private checkCurrency(cell: RowCells): void {
    const column = this.fields.currency
    const word = cell.text(column)
    const code = word && remember(this.currencies, word, () => currencyOf(word))
    if (column && code && code !== this.rules.currency_code) {
      cell.refuse("other_currency", column, word)
    }
  }
}

/** What was worked out before for the same text; forgets when there are too many. */
function remember<T>(known: Map<string, T>, key: string, work: () => T): T {
  const before = known.get(key)
  if (before !== undefined) {
    return before
  }
  const value = work()
  if (known.size >= MOST_REMEMBERED) {
    known.clear()
  }
  known.set(key, value)
  return value
}

function currencyOf(word: string): string {
  const { exact } = normalizeHeading(word)
  return ["vnđ", "đ", "₫", "đồng", "việt nam đồng"].includes(exact)
    ? "vnd"
    : exact
}

/** Cells of one row, and what is wrong with them. */
class RowCells {
  readonly refusals: RowRefusal[] = []

  constructor(private readonly cells: CellValue[]) {}

  read<T>(
    column: MappedColumn | undefined,
    rule: (cell: CellValue | undefined) => CellReading<T>
  ): T | null {
    if (!column) {
      return null
    }
    const value = this.cells[column.column - 1]
    const reading = rule(value)
    if (!reading.ok) {
      this.refuse(reading.code, column, textOfCell(value) || null)
      return null
    }
    return reading.value
  }

  text(column: MappedColumn | undefined): string | null {
    const text = column ? textOfCell(this.cells[column.column - 1]).trim() : ""
    return text === "" || text === "/" ? null : text.normalize("NFC")
  }

  refuse(
    code: RefusalCode,
    column: MappedColumn | undefined,
    value: string | null
  ): void {
    this.refusals.push({
      code,
      column: column?.heading ?? null,
      value: value && value.slice(0, MOST_VALUE),
    })
  }
}
