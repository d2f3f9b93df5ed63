/**
 * An amount of money in the smallest unit of its currency, always an integer:
 * đồng for VND (no minor unit), cents for USD.
 */
export type Amount = number

/** Decimal places of the currencies that differ from two (ISO 4217). */
const EXPONENTS: Record<string, number> = { vnd: 0, idr: 0, jpy: 0, krw: 0 }

/**
 * Decimal places of a currency, as the host's own currency list counts them.
 * @param currency_code ISO 4217, any case.
 */
export function currencyExponent(currency_code: string): number {
  return EXPONENTS[currency_code.toLowerCase()] ?? 2
}

/**
 * Reads a decimal text ("437000", "12.50", "-3") without passing through a float.
 * Missing or empty text counts as zero, as the marketplaces leave unused amounts out.
 * @throws {RangeError} when the text is no decimal number, has more decimals than
 * the currency, or exceeds 2^53.
 */
export function parseAmount(
  text: string | number | null | undefined,
  currency_code: string
): Amount {
  if (text === null || text === undefined || text === "") {
    return 0
  }
  const exponent = currencyExponent(currency_code)
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text).trim())
  if (!match) {
    throw new RangeError(`"${text}" is not an amount of money`)
  }
  const [, sign, whole, decimals = ""] = match
  const significant = decimals.replace(/(?<!0)0+$/, "")
  if (significant.length > exponent) {
    throw new RangeError(
      `"${text}" has more decimals than ${currency_code.toUpperCase()} allows`
    )
  }
  const amount = Number(whole + significant.padEnd(exponent, "0"))
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(`"${text}" is too large an amount`)
  }
  return sign && amount !== 0 ? -amount : amount
}

/** The amount in the currency's major unit, the form Medusa stores. */
export function toMajorUnit(amount: Amount, currency_code: string): number {
  return amount / 10 ** currencyExponent(currency_code)
}
