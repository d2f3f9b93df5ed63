import type { ClaimState } from "../../domain/statements/claim"
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

/** What a step is called, seen from where the claim is: a key under `claims`. */
export function claimMoveLabel(from: ClaimState, to: ClaimState): string {
  if (to === "dropped") {
    return "withdraw"
  }
  if (from === "dropped") {
    return to === "draft" ? "restore" : "restore_sent"
  }
  if (from === "refused" && to === "sent") {
    return "appeal"
  }
  return from === "paid" ||
    to === "draft" ||
    (from === "accepted" && to === "sent")
    ? `back_to.${to}`
    : `move.${to}`
}
