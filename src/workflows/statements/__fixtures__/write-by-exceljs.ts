import ExcelJS from "exceljs"
import { SampleCell, SampleSheet } from "./sample-sheet"

/** A workbook as exceljs writes it: shared texts, styles, `workbook.xml` late. */
export async function writeByExceljs(sheets: SampleSheet[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, merged } of sheets) {
    const sheet = book.addWorksheet(name)
    for (const { cells, is_hidden } of rows) {
      const row = sheet.addRow(cells.map(toCellValue))
      row.hidden = is_hidden ?? false
    }
    merged?.forEach((range) => sheet.mergeCells(range))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

function toCellValue(cell: SampleCell): ExcelJS.CellValue {
  if (typeof cell !== "object" || cell === null || cell instanceof Date) {
    return cell
  }
  if ("rich" in cell) {
    return { richText: cell.rich.map((text) => ({ text })) }
  }
  if ("link" in cell) {
    return { hyperlink: cell.link, text: cell.text }
  }
  return "error" in cell
    ? { error: cell.error as ExcelJS.CellErrorValue["error"] }
    : { formula: cell.formula, result: cell.result, date1904: false }
}
