import { Amount, currencyExponent, toMajorUnit } from "../../shared/amount"

/** Languages that claims are written in. */
export const CLAIM_LOCALES = ["vi", "en"] as const
export type ClaimLocale = (typeof CLAIM_LOCALES)[number]

const VIETNAM_MS = 7 * 60 * 60 * 1000

const NUMBERS: Record<ClaimLocale, string> = { vi: "vi-VN", en: "en-US" }

/** `1.234.567 ₫` or `VND 1,234,567`, with plain spaces, which every form takes. */
export function moneyText(
  amount: Amount,
  currency_code: string,
  locale: ClaimLocale
): string {
  const digits = currencyExponent(currency_code)
  const figure = new Intl.NumberFormat(NUMBERS[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toMajorUnit(amount, currency_code))
  const code = currency_code.toUpperCase()
  return locale === "vi"
    ? `${figure} ${code === "VND" ? "₫" : code}`
    : `${code} ${figure}`
}

/** `02/03/2026 10:05` by the clocks of Vietnam. */
export function momentText(at: Date): string {
  const [date, time] = new Date(at.getTime() + VIETNAM_MS)
    .toISOString()
    .split("T")
  return `${date.split("-").reverse().join("/")} ${time.slice(0, 5)}`
}
