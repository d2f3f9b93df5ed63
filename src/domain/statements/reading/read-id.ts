import { CellValue } from "./cell-value"
import { CellReading, contentOf, EMPTY, readAs, refuse } from "./read-cell"

/** Spreadsheets keep fifteen digits of a number and write zeros for the rest. */
const KEPT_BELOW = 1e15

const PLAIN_DIGITS = /^\d+$/

/**
 * An id of the marketplace, as text. One that went through a number or an exponent has lost its
 * last digits: `damaged_id`, it is never rounded or completed.
 */
export function readId(cell: CellValue | undefined): CellReading<string> {
  if (typeof cell === "string" && PLAIN_DIGITS.test(cell)) {
    return readAs(cell)
  }
  const content = contentOf(cell, "damaged_id")
  switch (content.kind) {
    case "none":
      return EMPTY
    case "refused":
      return refuse(content.code)
    case "text":
      return readText(content.text)
    case "value":
      return content.value.type === "number"
        ? readNumber(content.value.number, content.value.written)
        : refuse("damaged_id")
  }
}

function readNumber(number: number, written: string): CellReading<string> {
  const is_whole = Number.isSafeInteger(number) && number > 0
  const is_cut =
    number >= KEPT_BELOW && (number % 10 === 0 || /e/i.test(written))
  return is_whole && !is_cut ? readAs(String(number)) : refuse("damaged_id")
}

function readText(text: string): CellReading<string> {
  const id = text.replace(/\s/g, "").replace(/^(\d+)[.,]0{1,2}$/, "$1")
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(id)) {
    return refuse("damaged_id")
  }
  if (/^\d+(?:[.,]\d+)+$/.test(id)) {
    return refuse("damaged_id")
  }
  return readAs(id)
}
