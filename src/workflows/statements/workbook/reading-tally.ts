import { addSettled, NOTHING_SETTLED } from "../../../domain/statements/amounts"
import { StatementNotice } from "../../../domain/statements/file-problem"
import { SheetRow } from "../../../domain/statements/reading/cell-value"
import { RowReading } from "../../../domain/statements/reading/line-reader"

/** What a reading met, besides its lines. Complete once the last batch was taken. */
export class ReadingTally {
  lines = 0
  refused = 0
  total_rows = 0
  hidden_rows = 0
  formulas = 0
  /** Sum of all lines that were understood. */
  amounts = NOTHING_SETTLED
  readonly unknown_kinds = new Set<string>()
  readonly wrong_sizes: { sheet: string; stated: string }[] = []

  count({ cells, is_hidden }: SheetRow, reading: RowReading): void {
    if ("skipped" in reading) {
      this.total_rows += reading.skipped === "total" ? 1 : 0
      return
    }
    this.hidden_rows += is_hidden ? 1 : 0
    this.formulas += cells.some(
      (cell) =>
        typeof cell === "object" &&
        cell?.type === "formula" &&
        cell.result !== null
    )
      ? 1
      : 0
    if (!reading.ok) {
      this.refused++
      return
    }
    this.lines++
    this.amounts = addSettled(this.amounts, reading.line.amounts)
    if (reading.line.kind === "unknown" && reading.line.raw_kind) {
      this.unknown_kinds.add(reading.line.raw_kind)
    }
  }

  notices(): StatementNotice[] {
    const notices: StatementNotice[] = []
    const counted: [StatementNotice["code"], number][] = [
      ["hidden_rows_counted", this.hidden_rows],
      ["total_rows_left_out", this.total_rows],
      ["formulas_taken_as_saved", this.formulas],
      ["refused_rows", this.refused],
    ]
    for (const [code, count] of counted) {
      if (count > 0) {
        notices.push({ code, params: { count } })
      }
    }
    if (this.unknown_kinds.size > 0) {
      const kinds = [...this.unknown_kinds].slice(0, 20)
      notices.push({ code: "unknown_kinds", params: { kinds } })
    }
    for (const params of this.wrong_sizes) {
      notices.push({ code: "declared_size_wrong", params })
    }
    return notices
  }
}
