import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount } from "../../../domain/shared/amount"
import { Fields } from "./fields"
import { parseClearTime } from "./time"

/** A number as JSON or a text writes it; tiny ones come with an exponent. */
const FORM = /^(\d+)(?:\.(\d+))?(e-\d+)?$/

/**
 * A sum of đồng, never negative, that may hold parts of one: Tiki shares discounts out in
 * proportion.
 * @throws {MappingError} when it is no such sum.
 */
export function decimalIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string
): number | null {
  return fields.parsed(name, (text) => {
    if (!FORM.test(text) || !(Number(text) < 2 ** 53)) {
      throw new RangeError(`"${text}" is no amount of money`)
    }
    return Number(text)
  })
}

/**
 * The same in whole đồng, rounded half up by its digits.
 * @throws {MappingError} when it is no such sum.
 */
export function amountIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string
): Amount | null {
  return fields.parsed(name, (text) => {
    const [, whole, decimals = "", exponent] = FORM.exec(text) ?? []
    const up = !exponent && decimals >= "5" ? 1 : 0
    const amount = exponent ? Math.round(Number(text)) : Number(whole) + up
    if (!Number.isSafeInteger(amount)) {
      throw new RangeError(`"${text}" is no amount of money`)
    }
    return amount
  })
}

/**
 * The same for a figure of either sign: a fee, an income.
 * @throws {MappingError} when it is no such sum.
 */
export function signedIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string
): Amount | null {
  return fields.parsed(name, (text) => {
    const amount = Math.round(Number(text))
    if (!FORM.test(text.replace(/^-/, "")) || !Number.isSafeInteger(amount)) {
      throw new RangeError(`"${text}" is no amount of money`)
    }
    return amount === 0 ? 0 : amount
  })
}

/** What only helps to understand an order: null where it cannot be read. */
export function ifReadable<Value>(read: () => Value | null): Value | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}

/** A moment that decides nothing: null unless its form is clear. */
export function clearTime<Wire extends object>(
  fields: Fields<Wire> | null | undefined,
  name: keyof Wire & string
): Date | null {
  return ifReadable(() => fields?.parsed(name, parseClearTime) ?? null)
}

/** A sum that is filled late and decides nothing alone: 0 unless it is understood. */
export function hintIn<Wire extends object>(
  fields: Fields<Wire> | null,
  name: keyof Wire & string
): number {
  return (fields && ifReadable(() => decimalIn(fields, name))) ?? 0
}
