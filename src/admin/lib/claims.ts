import type { Claim } from "./types"

const DAY_MS = 86_400_000

/** Days before its deadline from which a claim stands out. */
export const URGENT_DAYS = 7

/** True for a claim that was not sent and whose time is over soon, or over. */
export function isUrgent(
  { state, deadline_at }: Pick<Claim, "state" | "deadline_at">,
  now: Date
): boolean {
  return (
    state === "draft" &&
    deadline_at !== null &&
    new Date(deadline_at).getTime() - now.getTime() <= URGENT_DAYS * DAY_MS
  )
}

/** The language that a letter is written in first: Vietnamese, unless the page is in English. */
export function letterLocale(language: string): "vi" | "en" {
  return language.toLowerCase().startsWith("en") ? "en" : "vi"
}
