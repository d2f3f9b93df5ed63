import {
  MarketplaceError,
  MarketplaceErrorKind,
  MarketplaceTrouble,
} from "../../domain/provider/marketplace-error"

/** What a call does at the marketplace; a write whose answer is lost may have happened. */
export type CallEffect = "read" | "write"

/** What a failure means to us, and why, in words that complete "<marketplace>: …". */
export type Verdict = {
  kind: MarketplaceErrorKind
  reason: string
  trouble?: MarketplaceTrouble
}

export const verdict = (
  kind: MarketplaceErrorKind,
  reason: string,
  trouble?: MarketplaceTrouble
): Verdict => ({ kind, reason, trouble })

/** What a status says whatever the body holds; undefined when the body has to tell. */
export function judgePassing(
  marketplace: string,
  http_status: number
): Verdict | undefined {
  if (http_status === 429) {
    return verdict("rate_limited", "too many calls")
  }
  return http_status >= 500
    ? verdict("unavailable", `${marketplace} failed on its side`)
    : undefined
}

/** The kind that a failure has for a call with this effect: a failed write may have happened. */
export function kindFor(
  effect: CallEffect,
  kind: MarketplaceErrorKind
): MarketplaceErrorKind {
  const unsure = kind === "unavailable" || kind === "invalid_response"
  return effect === "write" && unsure ? "outcome_unknown" : kind
}

/**
 * The error of an attempt that brought no answer.
 * @param cause `timeout`, or the system's own code, for example `ECONNREFUSED`.
 */
export function errorOfSilence(
  marketplace: string,
  effect: CallEffect,
  cause: string
): MarketplaceError {
  const never_left = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(cause)
  return new MarketplaceError({
    kind: never_left ? "unavailable" : kindFor(effect, "unavailable"),
    message: `${marketplace}: no answer (${cause})`,
  })
}

/**
 * True for errors that pass by themselves and whose call may be repeated at once.
 * A write whose outcome is unknown never gets here as `unavailable`.
 */
export function mayRepeat(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "rate_limited" ||
      error.kind === "unavailable" ||
      error.kind === "invalid_response")
  )
}

/** The same failure under another kind and with other words. */
export function reworded(
  error: MarketplaceError,
  kind: MarketplaceErrorKind,
  message: string
): MarketplaceError {
  const { trouble, code, http_status, request_id } = error
  return new MarketplaceError({
    kind,
    trouble,
    message,
    code,
    http_status,
    request_id,
  })
}

/** Takes secrets out of a text that somebody else wrote. */
export function redact(text: string, secrets: string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((safe, secret) => safe.replaceAll(secret, "***"), text)
}
