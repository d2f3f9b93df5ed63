/** What is typed into a number field: a number, nothing (null), or what is none (undefined). */
export type TypedNumber = number | null | undefined

/**
 * A whole number of at most twelve digits, with or without signs between the thousands:
 * `1.000`, `1,000` and `1 000` are all a thousand, `2.5` is none.
 */
export function wholeNumberFrom(text: string): TypedNumber {
  const typed = text.trim()
  if (typed === "") {
    return null
  }
  return /^(\d{1,12}|\d{1,3}([\s.,])\d{3}(\2\d{3}){0,2})$/.test(typed)
    ? Number(typed.replace(/\D/g, ""))
    : undefined
}

/** Percent of 0 to 100: `12,5`, `12.5` and `12.5 %` are all twelve and a half. */
export function percentFrom(text: string): TypedNumber {
  const typed = text.replace("%", "").trim()
  if (typed === "") {
    return null
  }
  const percent = Number(typed.replace(",", "."))
  return /^\d{1,3}([.,]\d+)?$/.test(typed) && percent <= 100
    ? percent
    : undefined
}
