/**
 * What went wrong at a marketplace, sorted by what helps:
 *
 * - `authorization_expired`: the access token is used up; renew it and repeat.
 * - `authorization_refused`: revoked, refused or bound to another shop; a person has to sign in again.
 * - `credentials_invalid`: app key or secret is wrong; a person has to correct it.
 * - `code_invalid`: the authorization code is wrong, used or too old; a person has to start connecting again.
 * - `rate_limited`: repeat after `retry_after_ms`.
 * - `unavailable`: the marketplace failed or could not be reached and nothing has happened; repeat later.
 * - `not_ready`: the marketplace is still making what was asked for; ask again in a moment.
 * - `outcome_unknown`: a write may or may not have happened; read the state before repeating.
 * - `rejected`: understood and refused for a business reason; repeating does not help.
 * - `not_found`: the thing asked for does not exist (any more).
 * - `invalid_request`: our request is wrong; a defect to report.
 * - `invalid_response`: the answer cannot be understood; nothing may be concluded from it.
 */
export type MarketplaceErrorKind =
  | "authorization_expired"
  | "authorization_refused"
  | "credentials_invalid"
  | "code_invalid"
  | "rate_limited"
  | "unavailable"
  | "not_ready"
  | "outcome_unknown"
  | "rejected"
  | "not_found"
  | "invalid_request"
  | "invalid_response"

/**
 * What stands behind a failure, where the marketplace says it more closely than the kind does:
 *
 * - `scope_missing`: the app or the consent lacks a permission.
 * - `shop_inactive`: the marketplace, or the seller there, has switched the shop off.
 * - `call_retired`: this version of the call is no longer served.
 * - `clock_refused`: the time of the call is too far from the marketplace's.
 * - `server_not_allowed`: calls are taken from other addresses only.
 */
export type MarketplaceTrouble =
  | "scope_missing"
  | "shop_inactive"
  | "call_retired"
  | "clock_refused"
  | "server_not_allowed"

export type MarketplaceErrorDetails = {
  kind: MarketplaceErrorKind
  trouble?: MarketplaceTrouble
  /** One sentence for a person, naming the cause; never holds a secret. */
  message: string
  /** The marketplace's own error code, as text. */
  code?: string
  http_status?: number
  /** What the marketplace's support asks for. */
  request_id?: string
  retry_after_ms?: number
}

/** The only error a provider lets out of a marketplace call. */
export class MarketplaceError extends Error {
  readonly kind: MarketplaceErrorKind
  readonly trouble?: MarketplaceTrouble
  readonly code?: string
  readonly http_status?: number
  readonly request_id?: string
  readonly retry_after_ms?: number

  constructor(details: MarketplaceErrorDetails, options?: { cause?: unknown }) {
    super(details.message, options)
    this.name = "MarketplaceError"
    this.kind = details.kind
    this.trouble = details.trouble
    this.code = details.code
    this.http_status = details.http_status
    this.request_id = details.request_id
    this.retry_after_ms = details.retry_after_ms
  }
}

/** True for failures that may pass by themselves, so that the work stays queued. */
export function isTemporary(error: unknown): boolean {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "rate_limited" || error.kind === "unavailable")
  )
}

/** True when only a person signing in at the marketplace can help. */
export function needsAuthorization(error: unknown): boolean {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "authorization_refused" ||
      error.kind === "authorization_expired")
  )
}

/**
 * True for failures after which nothing has happened at the marketplace; an error nobody
 * expected proves nothing.
 */
export function isWithoutEffect(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    error.kind !== "outcome_unknown" &&
    error.kind !== "invalid_response"
  )
}
