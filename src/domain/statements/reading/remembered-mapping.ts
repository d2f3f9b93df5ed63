import { SheetMapping, StatementMapping } from "../statement-mapping"
import { SheetHead, textOfCell } from "./cell-value"
import { normalizeHeading } from "./normalize-heading"

/**
 * Tells mappings of different headings apart, whatever they mean: two files with the same one
 * have the same headings at the same places, in sheets of the same names. Hash it for a key.
 */
export function headingsSignature({ sheets }: StatementMapping): string {
  return JSON.stringify(
    sheets
      .map(({ sheet, header_row, columns }) => [
        normalizeHeading(sheet).exact,
        header_row,
        columns
          .map(({ column, heading }) => [
            column,
            normalizeHeading(heading).exact,
          ])
          .sort(([a], [b]) => Number(a) - Number(b)),
      ])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  )
}

/**
 * What of a remembered mapping holds for a file: sheets by their name, or the only sheet, with
 * every mapped heading at its place.
 * @returns null when a sheet of that name has other headings, or none fits.
 */
export function fitMapping(
  { sheets }: StatementMapping,
  heads: SheetHead[]
): StatementMapping | null {
  const fitting: SheetMapping[] = []
  for (const mapping of sheets) {
    const head = heads.find(
      ({ sheet }) =>
        normalizeHeading(sheet).exact === normalizeHeading(mapping.sheet).exact
    )
    if (head && !hasHeadings(head, mapping)) {
      return null
    }
    if (head) {
      fitting.push({ ...mapping, sheet: head.sheet })
    }
  }
  const [only] = heads
  if (fitting.length === 0 && heads.length === 1 && sheets.length === 1) {
    return hasHeadings(only, sheets[0])
      ? { sheets: [{ ...sheets[0], sheet: only.sheet }] }
      : null
  }
  return fitting.length > 0 ? { sheets: fitting } : null
}

function hasHeadings(head: SheetHead, mapping: SheetMapping): boolean {
  return mapping.columns.every(({ column, heading }) => {
    const wanted = normalizeHeading(heading).exact
    return head.rows
      .filter(
        ({ row }) =>
          row === mapping.header_row || row === mapping.header_row - 1
      )
      .some(
        ({ cells }) =>
          normalizeHeading(textOfCell(cells[column - 1])).exact === wanted
      )
  })
}
