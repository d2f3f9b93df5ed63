import { Amount } from "../../shared/amount"
import { CellValue } from "./cell-value"
import { CellReading, contentOf, EMPTY, readAs, refuse } from "./read-cell"

const CURRENCY_MARK = /vnđ|vnd|đồng|₫|đ/gi

/** What nearly all amounts look like: few enough digits for any currency. */
const PLAIN_DIGITS = /^-?\d{1,12}$/

/** Digits a float keeps; more of them in a file are noise of adding up. */
const FLOAT_DIGITS = 15

/**
 * An amount of money in the smallest unit. In text `.` and `,` are thousands signs where they
 * group by three, decimals where they cannot; decimals other than zero are refused as
 * `fraction_of_unit` instead of being rounded.
 * @param exponent decimal places of the currency: 0 for VND.
 */
export function readAmount(
  cell: CellValue | undefined,
  exponent: number
): CellReading<Amount> {
  if (typeof cell === "string" && PLAIN_DIGITS.test(cell)) {
    return readAs(Number(cell) * 10 ** exponent + 0)
  }
  const content = contentOf(cell, "not_an_amount")
  switch (content.kind) {
    case "none":
      return EMPTY
    case "refused":
      return refuse(content.code)
    case "text":
      return readText(content.text, exponent)
    case "value":
      return content.value.type === "number"
        ? readNumber(content.value.number, exponent)
        : refuse("not_an_amount")
  }
}

function readNumber(number: number, exponent: number): CellReading<Amount> {
  const amount = Number((number * 10 ** exponent).toPrecision(FLOAT_DIGITS))
  if (!Number.isInteger(amount)) {
    return refuse(
      Number.isFinite(amount) ? "fraction_of_unit" : "not_an_amount"
    )
  }
  return Number.isSafeInteger(amount)
    ? readAs(amount === 0 ? 0 : amount)
    : refuse("not_an_amount")
}

function readText(written: string, exponent: number): CellReading<Amount> {
  const unsigned = takeSign(written.replace(CURRENCY_MARK, "").trim())
  const digits = unsigned && splitDigits(unsigned.rest)
  if (!digits) {
    return refuse("not_an_amount")
  }
  const decimals = digits.decimals.replace(/(?<!0)0+$/, "")
  if (decimals.length > exponent) {
    return refuse("fraction_of_unit")
  }
  const amount = Number(digits.whole + decimals.padEnd(exponent, "0"))
  if (!Number.isSafeInteger(amount)) {
    return refuse("not_an_amount")
  }
  return readAs(unsigned.is_negative && amount !== 0 ? -amount : amount)
}

/** A minus before or behind, or brackets, but only one of them. */
function takeSign(text: string): { is_negative: boolean; rest: string } | null {
  const bracketed = /^\((.*)\)$/.exec(text)
  const rest = (bracketed ? bracketed[1] : text).trim()
  const match = /^([+\-−–]?)\s*(.*?)\s*([-−–]?)$/.exec(rest)
  if (!match) {
    return null
  }
  const [, before, middle, behind] = match
  const minuses = [
    Boolean(bracketed),
    before !== "" && before !== "+",
    behind !== "",
  ]
  const count = minuses.filter(Boolean).length
  if (count > 1 || (count === 1 && before === "+")) {
    return null
  }
  return { is_negative: count === 1, rest: middle }
}

const GROUPED = /^[1-9]\d{0,2}([., '])\d{3}(?:\1\d{3})*$/
const GROUPED_WITH_DECIMALS =
  /^([1-9]\d{0,2}([., '])\d{3}(?:\2\d{3})*)([.,])(\d+)$/
const PLAIN = /^(\d+)(?:[.,](\d+))?$/

/** Whole and decimal digits of a number without a sign; null when it is none. */
function splitDigits(text: string): { whole: string; decimals: string } | null {
  if (GROUPED.test(text)) {
    return { whole: text.replace(/\D/g, ""), decimals: "" }
  }
  const both = GROUPED_WITH_DECIMALS.exec(text)
  if (both && both[2] !== both[3]) {
    return { whole: both[1].replace(/\D/g, ""), decimals: both[4] }
  }
  const plain = PLAIN.exec(text)
  return plain && { whole: plain[1], decimals: plain[2] ?? "" }
}
