/** The most that a cell holds. */
const MOST_CHARACTERS = 32_767

/**
 * Signs that programs read as the start of a formula, in their wide forms too; spaces before
 * them do not help, and tabs and line breaks move what follows into a cell of its own.
 */
const FORMULA_START = /^[\s\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－−＠]/

const STARTS_APART = /^[\t\r\n]/

/**
 * A text as it may stand in a workbook that strangers' words come into: one that a program could
 * take for a formula, also after it was saved as CSV, begins with an apostrophe.
 */
export function safeText(text: string): string {
  const defused =
    FORMULA_START.test(text) || STARTS_APART.test(text) ? `'${text}` : text
  return defused.slice(0, MOST_CHARACTERS)
}
