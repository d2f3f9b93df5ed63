import { StatementFormat } from "../../provider/reads-statement-files"
import { currencyExponent } from "../../shared/amount"
import { SettledAmounts } from "../amounts"
import { CellValue, SheetRow, textOfCell } from "./cell-value"
import { isOneOf } from "./normalize-heading"
import { readAmount } from "./read-amount"

/** What a statement file states as its own sums; figures that it does not state are absent. */
export type StatedTotals = Partial<SettledAmounts>

/** True for the sheet that `readTotals` reads. */
export function isTotalsSheet(sheet: string, format: StatementFormat): boolean {
  return format.totals !== null && isOneOf(sheet, format.totals.sheet_aliases)
}

/** Labels with their figure somewhere to the right in the same row; the first of each counts. */
export function readTotals(
  rows: SheetRow[],
  format: StatementFormat,
  currency_code: string
): StatedTotals {
  const totals: StatedTotals = {}
  for (const { field, aliases } of format.totals?.labels ?? []) {
    for (const { cells } of rows) {
      const at = cells.findIndex((cell) => isOneOf(textOfCell(cell), aliases))
      const amount =
        at < 0 ? null : firstAmount(cells.slice(at + 1), currency_code)
      if (amount !== null && totals[field] === undefined) {
        totals[field] = amount
      }
    }
  }
  return totals
}

function firstAmount(cells: CellValue[], currency_code: string): number | null {
  for (const cell of cells) {
    const reading = readAmount(cell, currencyExponent(currency_code))
    if (reading.ok && reading.value !== null) {
      return reading.value
    }
  }
  return null
}
