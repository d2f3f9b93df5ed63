import { RefusalCode } from "../statement-line"
import { CellValue, DateCell, NumberCell, shownValue } from "./cell-value"

/** What a cell was understood as; `value` null for an empty one. */
export type CellReading<T> =
  { ok: true; value: T | null } | { ok: false; code: RefusalCode }

export const EMPTY = { ok: true, value: null } as const

export function readAs<T>(value: T): CellReading<T> {
  return { ok: true, value }
}

export function refuse(code: RefusalCode): { ok: false; code: RefusalCode } {
  return { ok: false, code }
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g

/** What a cell holds once formulas, errors and signs for "nothing" are dealt with. */
export type Content =
  | { kind: "text"; text: string }
  | { kind: "value"; value: NumberCell | DateCell }
  | { kind: "none" }
  | { kind: "refused"; code: RefusalCode }

/**
 * `/`, a dash alone and `N/A` stand for nothing. A formula counts as what was saved with it.
 * @param wrong what a truth value is refused as.
 */
export function contentOf(
  cell: CellValue | undefined,
  wrong: RefusalCode
): Content {
  if (
    typeof cell === "object" &&
    cell?.type === "formula" &&
    cell.result === null
  ) {
    return { kind: "refused", code: "formula_without_value" }
  }
  const value = shownValue(cell)
  if (value === null) {
    return { kind: "none" }
  }
  if (typeof value === "string") {
    return contentOfText(value)
  }
  switch (value.type) {
    case "error":
      return { kind: "refused", code: "error_value" }
    case "boolean":
      return { kind: "refused", code: wrong }
    default:
      return { kind: "value", value }
  }
}

function contentOfText(written: string): Content {
  const text = written
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^['’`]\s*/, "")
  if (/^(?:|[/\\]|[-–—−]{1,2}|n\/a|null)$/i.test(text)) {
    return { kind: "none" }
  }
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i.test(text)) {
    return { kind: "refused", code: "error_value" }
  }
  return { kind: "text", text }
}
