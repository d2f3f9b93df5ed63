import type { StockState } from "../../domain/stock/stock-state"
import type { StockExplanation, StockSweep } from "./types"

type Color = "green" | "orange" | "red" | "grey" | "blue"

export const STATE_COLORS: Record<StockState, Color> = {
  even: "green",
  pushed: "blue",
  held: "orange",
  unresolved: "orange",
  locked: "orange",
  refused: "red",
  follows_parts: "grey",
  paused: "grey",
  not_counted: "grey",
  not_linked: "grey",
  not_mapped: "red",
  not_found: "red",
}

/** States in which somebody has to do something. */
export const URGENT_STATES: readonly StockState[] = [
  "refused",
  "not_mapped",
  "not_found",
]

/** One line of the sum behind a number. */
export type SumLine = {
  key: SumKey
  /** What is taken off; null for a line that only says what is left. */
  change: number | null
  left: number
}

export const SUM_KEYS = [
  "stocked",
  "reserved",
  "unseen_here",
  "unseen_elsewhere",
  "locked_elsewhere",
  "free",
  "variants",
] as const
export type SumKey = (typeof SUM_KEYS)[number]

/**
 * From what is counted to what is free, line by line; nothing that takes nothing off. For a
 * part of a kit the last line tells how many of the listing it is enough for.
 */
export function sumOfPart(part: StockExplanation["free"][number]): SumLine[] {
  const lines: SumLine[] = [
    { key: "stocked", change: null, left: part.stocked },
  ]
  let left = part.stocked
  for (const key of [
    "reserved",
    "unseen_here",
    "unseen_elsewhere",
    "locked_elsewhere",
  ] as const) {
    if (part[key] > 0) {
      left -= part[key]
      lines.push({ key, change: -part[key], left })
    }
  }
  lines.push({ key: "free", change: null, left: part.free })
  if (part.required_quantity > 1) {
    lines.push({
      key: "variants",
      change: null,
      left: Math.floor(part.free / part.required_quantity),
    })
  }
  return lines
}

/** What the rules make of the free units; rules that change nothing are left out. */
export function rulesOf({ steps }: Pick<StockExplanation, "steps">) {
  return steps.filter(
    ({ quantity }, at) => at > 0 && quantity !== steps[at - 1].quantity
  )
}

/** The newest finished comparison of each channel, the newest first. */
export function newestSweeps(sweeps: StockSweep[]): StockSweep[] {
  const finished = sweeps
    .filter(({ finished_at }) => finished_at !== null)
    .sort((a, b) => b.started_at.localeCompare(a.started_at))
  return finished.filter(
    ({ channel_id }, at) =>
      finished.findIndex((sweep) => sweep.channel_id === channel_id) === at
  )
}

/** `0,4 giây`, `12 seconds`, `3 minutes`; milliseconds in. */
export function formatLag(milliseconds: number, language: string): string {
  const seconds = milliseconds / 1000
  const [value, unit] =
    seconds >= 3600
      ? [seconds / 3600, "hour"]
      : seconds >= 60
        ? [seconds / 60, "minute"]
        : [seconds, "second"]
  return new Intl.NumberFormat(language.startsWith("vi") ? "vi-VN" : "en-GB", {
    style: "unit",
    unit: String(unit),
    unitDisplay: "long",
    maximumFractionDigits: Number(value) < 10 ? 1 : 0,
  }).format(Number(value))
}
