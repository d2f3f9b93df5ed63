import {
  CellValue,
  SheetHead,
} from "../../../domain/statements/reading/cell-value"
import { SampleCell, SampleSheet } from "./sample-sheet"

/** Sample sheets as the reader sees them, without writing a file. */
export function headsOf(sheets: SampleSheet[], most = 20): SheetHead[] {
  return sheets.map(({ name, rows }) => ({
    sheet: name,
    rows: [...rows]
      .map(({ cells, is_hidden }, index) => ({
        row: index + 1,
        cells: cells.map(toCell),
        is_hidden: is_hidden ?? false,
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== null))
      .slice(0, most),
  }))
}

function toCell(cell: SampleCell): CellValue {
  if (cell === null || cell === "") {
    return null
  }
  if (typeof cell === "string") {
    return cell
  }
  if (typeof cell === "number") {
    return { type: "number", number: cell, written: String(cell) }
  }
  if (typeof cell === "boolean") {
    return { type: "boolean", boolean: cell }
  }
  if (cell instanceof Date) {
    return { type: "date", serial: cell.getTime() / 86_400_000 + 25569 }
  }
  if ("error" in cell) {
    return { type: "error", error: cell.error }
  }
  if ("rich" in cell) {
    return cell.rich.join("")
  }
  if ("link" in cell) {
    return cell.text
  }
  const result = cell.result === undefined ? null : toCell(cell.result)
  return {
    type: "formula",
    result:
      typeof result === "object" && result?.type === "formula" ? null : result,
  }
}
