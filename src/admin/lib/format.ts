import { currencyExponent } from "../../domain/shared/amount"

/** Where the shops are; every time on the pages is in this zone. */
export const TIME_ZONE = "Asia/Ho_Chi_Minh"

function localeOf(language: string): string {
  return language.startsWith("vi") ? "vi-VN" : "en-GB"
}

/** `1.234.567 ₫` in Vietnamese. @param amount major unit of the currency. */
export function formatMoney(
  amount: number,
  currency_code: string,
  language: string
): string {
  const digits = currencyExponent(currency_code)
  return new Intl.NumberFormat(localeOf(language), {
    style: "currency",
    currency: currency_code.toUpperCase(),
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value)
}

/** Parts of a moment in the shop's zone, two digits each (four for the year). */
export function zonedParts(value: Date): Record<string, string> {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: TIME_ZONE,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(value)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** `dd/MM/yyyy HH:mm`; empty for a missing or unreadable time. */
export function formatDateTime(
  value: string | Date | null | undefined
): string {
  const date = value ? new Date(value) : null
  if (!date || Number.isNaN(date.getTime())) {
    return ""
  }
  const { day, month, year, hour, minute } = zonedParts(date)
  return `${day}/${month}/${year} ${hour}:${minute}`
}

/** `dd/MM/yyyy`; empty for a missing or unreadable time. */
export function formatDay(value: string | Date | null | undefined): string {
  return formatDateTime(value).split(" ")[0]
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
]

/** `3 giờ trước`, `in 2 days`. */
export function formatRelative(
  value: string,
  now: Date,
  language: string
): string {
  const seconds = Math.round((new Date(value).getTime() - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(localeOf(language), {
    numeric: "auto",
  })
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) {
      return format.format(Math.trunc(seconds / size), unit)
    }
  }
  return format.format(0, "minute")
}

/** `3 giờ`, `2 days`: the distance between two moments, in the largest unit that fits. */
export function formatDuration(
  value: string,
  now: Date,
  language: string
): string {
  const seconds = Math.abs(new Date(value).getTime() - now.getTime()) / 1000
  const [unit, size] = STEPS.find(([, size]) => seconds >= size) ?? [
    "minute",
    60,
  ]
  return new Intl.NumberFormat(localeOf(language), {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(Math.floor(seconds / size))
}
