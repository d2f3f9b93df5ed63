import { CellValue, textOfCell } from "./cell-value"
import { normalizeHeading } from "./normalize-heading"

const TOTAL_LABELS = new Set([
  "tong",
  "cong",
  "tong cong",
  "tong so",
  "tong so tien",
  "tong tien",
  "tong ket",
  "tong hop",
  "total",
  "totals",
  "grand total",
  "sub total",
  "subtotal",
  "sum",
])

/** True for the label of a row of totals. */
export function isTotalLabel(text: string): boolean {
  return TOTAL_LABELS.has(normalizeHeading(text).plain)
}

export type SkippedRow = "blank" | "total" | "headings"

/**
 * Why a row is no line: it is blank, it is a total (a label and no order's id), or it repeats
 * the headings, as pages that were copied together do.
 * @param id the cell of the order's id, and the heading above it.
 */
export function whySkipped(
  cells: CellValue[],
  id: { cell: CellValue | undefined; heading: string }
): SkippedRow | null {
  const text = typeof id.cell === "string" ? id.cell : textOfCell(id.cell)
  const first = text.charCodeAt(0)
  const starts_with_digit = first >= 48 && first <= 57
  if (starts_with_digit) {
    return null
  }
  const trimmed = normalizeHeading(text)
  if (trimmed.exact === "") {
    if (cells.every(isBlank)) {
      return "blank"
    }
    return cells.some((cell) => typeof cell === "string" && isTotalLabel(cell))
      ? "total"
      : null
  }
  if (isTotalLabel(text)) {
    return "total"
  }
  return trimmed.exact === normalizeHeading(id.heading).exact
    ? "headings"
    : null
}

function isBlank(cell: CellValue): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "")
}
