import { CellValue } from "./cell-value"
import { readAmount } from "./read-amount"
import { CellReading, refuse } from "./read-cell"

const MOST = 1_000_000_000

/** A number of pieces, negative where they come back. */
export function readQuantity(cell: CellValue | undefined): CellReading<number> {
  const reading = readAmount(cell, 0)
  if (!reading.ok) {
    const is_about_cell =
      reading.code === "formula_without_value" || reading.code === "error_value"
    return is_about_cell ? reading : refuse("not_a_quantity")
  }
  return Math.abs(reading.value ?? 0) > MOST
    ? refuse("not_a_quantity")
    : reading
}
