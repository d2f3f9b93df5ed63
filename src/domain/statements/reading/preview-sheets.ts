import { StatementFormat } from "../../provider/reads-statement-files"
import { SheetMapping } from "../statement-mapping"
import { SheetHead, textOfCell } from "./cell-value"
import { suggestMapping } from "./find-tables"

export type SheetPreview = {
  name: string
  /** Cells as texts; the first row of the workbook is at index 0, blank rows too. */
  rows: string[][]
  /** What its columns probably are; null where nothing was recognised. */
  mapping: SheetMapping | null
}

const MOST_TEXT = 100

/**
 * The first rows of every sheet for a person who maps columns.
 * @param most rows of each sheet.
 */
export function previewSheets(
  heads: SheetHead[],
  format: StatementFormat,
  most = 20
): SheetPreview[] {
  return heads.map((head) => {
    const shown = head.rows.filter(({ row }) => row <= most)
    const last = Math.max(0, ...shown.map(({ row }) => row))
    const rows: string[][] = Array.from({ length: last }, () => [])
    for (const { row, cells } of shown) {
      rows[row - 1] = cells.map((cell) =>
        textOfCell(cell).trim().slice(0, MOST_TEXT)
      )
    }
    return {
      name: head.sheet,
      rows,
      mapping: suggestMapping(head, format),
    }
  })
}
