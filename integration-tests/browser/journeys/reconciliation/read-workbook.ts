import ExcelJS from "exceljs"

export type Cell = string | number | null

/** The rows of a downloaded workbook's first sheet. @throws where a cell is a formula. */
export async function readWorkbook(path: string): Promise<Cell[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const [sheet] = book.worksheets
  const rows: Cell[][] = []
  sheet.eachRow((row) => {
    const cells: Cell[] = []
    row.eachCell({ includeEmpty: true }, ({ value, formula }, column) => {
      if (formula) {
        throw new Error(`row ${row.number} has the formula ${formula}`)
      }
      cells[column - 1] =
        typeof value === "number" ? value : value ? String(value) : null
    })
    rows.push(cells)
  })
  return rows
}

/** The row about an order. @throws where there is none, or more than one. */
export function rowOf(rows: Cell[][], code: string): Cell[] {
  const [row, ...others] = rows.filter((cells) => cells.includes(code))
  if (!row || others.length > 0) {
    throw new Error(`order ${code} is in ${row ? "several rows" : "no row"}`)
  }
  return row
}
