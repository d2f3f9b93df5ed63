/** A cell to be written, the way a marketplace or a person might. */
export type SampleCell =
  | string
  | number
  | boolean
  | Date
  | null
  | { formula: string; result?: string | number }
  | { error: string }
  | { rich: string[] }
  | { link: string; text: string }

export type SampleRow = { cells: SampleCell[]; is_hidden?: boolean }

export type SampleSheet = {
  name: string
  rows: Iterable<SampleRow>
  /** What the sheet says its size is; absent for none. */
  stated_size?: string
  /** Ranges of merged cells. */
  merged?: string[]
}

export function row(...cells: SampleCell[]): SampleRow {
  return { cells }
}

/** The same sheets with every cell of every row changed. */
export function mapCells(
  sheets: SampleSheet[],
  change: (cell: SampleCell, at: { row: number; column: number }) => SampleCell
): SampleSheet[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: [...sheet.rows].map((one, index) => ({
      ...one,
      cells: one.cells.map((cell, at) =>
        change(cell, { row: index + 1, column: at + 1 })
      ),
    })),
  }))
}
