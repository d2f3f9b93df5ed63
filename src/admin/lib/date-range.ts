import { zonedParts } from "./format"

/** Days in the shop's zone, `YYYY-MM-DD`, both included; empty for open. */
export type DayRange = { from: string; to: string }

export const DAY_PRESETS = [
  "today",
  "yesterday",
  "last_7_days",
  "last_30_days",
] as const
export type DayPreset = (typeof DAY_PRESETS)[number]

/** Vietnam keeps one offset all year. */
const OFFSET = "+07:00"
const DAY = 86_400_000

const OFFSETS: Record<DayPreset, [number, number]> = {
  today: [0, 0],
  yesterday: [1, 1],
  last_7_days: [6, 0],
  last_30_days: [29, 0],
}

function dayOf(moment: Date): string {
  const { year, month, day } = zonedParts(moment)
  return `${year}-${month}-${day}`
}

/** The days a preset stands for; `last_7_days` are today and the six before. */
export function presetRange(preset: DayPreset, now: Date): DayRange {
  const [first, last] = OFFSETS[preset]
  return {
    from: dayOf(new Date(now.getTime() - first * DAY)),
    to: dayOf(new Date(now.getTime() - last * DAY)),
  }
}

export function presetOf(range: DayRange, now: Date): DayPreset | null {
  const found = DAY_PRESETS.find((preset) => {
    const days = presetRange(preset, now)
    return days.from === range.from && days.to === range.to
  })
  return found ?? null
}

/** True for two days in order, or open ends. */
export function isDayRange({ from, to }: DayRange): boolean {
  return !from || !to || from <= to
}

/**
 * The moments between which a range lies: `from` included, `to` excluded,
 * ISO 8601 with the shop's offset.
 */
export function rangeMoments(range: DayRange): { from?: string; to?: string } {
  const next = range.to
    ? dayOf(new Date(new Date(`${range.to}T00:00:00${OFFSET}`).getTime() + DAY))
    : null
  return {
    ...(range.from && { from: `${range.from}T00:00:00${OFFSET}` }),
    ...(next && { to: `${next}T00:00:00${OFFSET}` }),
  }
}

/**
 * The days of settlement of a range, as marketplaces count them: whole days of UTC, `from`
 * included, `to` excluded.
 */
export function settlementMoments({ from, to }: DayRange): {
  from?: string
  to?: string
} {
  const start = (day: string, days: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString()
  return {
    ...(from && { from: start(from, 0) }),
    ...(to && { to: start(to, 1) }),
  }
}

/** A moment as a `datetime-local` field shows it. */
export function toLocalInput(moment: string | null | undefined): string {
  if (!moment) {
    return ""
  }
  const { year, month, day, hour, minute } = zonedParts(new Date(moment))
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** What a `datetime-local` field holds, as a UTC moment; null when empty. */
export function fromLocalInput(value: string): string | null {
  return value ? new Date(`${value}${OFFSET}`).toISOString() : null
}
