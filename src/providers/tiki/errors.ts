import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  CallEffect,
  judgePassing,
  kindFor,
  Verdict,
  verdict,
} from "../shared/errors"
import { AccessKind } from "./auth"
import { TokenGrant } from "./auth"

/** An answer that is no success, as far as it says what went wrong. */
export type FailedAnswer = {
  effect: CallEffect
  access: AccessKind
  http_status: number
  /** Tiki's own words, already free of secrets; empty when there are none. */
  said: string
  /** True when the call only asks who the credentials belong to, which is open to all. */
  asks_who?: boolean
  /** What the body was: Tiki's JSON, a plain text, or neither. */
  body: "json" | "text" | "unreadable"
  request_id?: string
  retry_after_ms?: number
}

const CLIENT_KEY_REFUSED = verdict(
  "authorization_refused",
  "the Client key is wrong or was withdrawn; copy it anew from Seller Center (Tham số kết nối) and connect the shop again"
)

/** What a status means ("Common exceptions"). */
const STATUSES: Record<number, Verdict> = {
  400: verdict("invalid_request", "the request is wrong"),
  401: verdict("authorization_expired", "the access token is not accepted"),
  // Tiki gives no code that would tell these causes apart.
  403: verdict(
    "rejected",
    "not allowed: the app lacks a permission (scope), the seller is inactive, or this belongs to another seller"
  ),
  404: verdict("not_found", "not found"),
  405: verdict("invalid_request", "the call has another method"),
  406: verdict("invalid_request", "the call gives no JSON"),
  422: verdict("rejected", "refused"),
}

/** The error that an answer of the API stands for. */
export function errorOfAnswer(answer: FailedAnswer): MarketplaceError {
  const { kind, reason, trouble } = judge(answer)
  return new MarketplaceError({
    kind: kindFor(answer.effect, kind),
    trouble,
    message: sentence(reason, answer),
    http_status: answer.http_status,
    request_id: answer.request_id,
    retry_after_ms: answer.retry_after_ms,
  })
}

function judge(answer: FailedAnswer): Verdict {
  const { access, http_status, body } = answer
  const passing = judgePassing("Tiki", http_status)
  if (passing) {
    return passing
  }
  if (access === "client_key" && refusesKey(answer)) {
    return CLIENT_KEY_REFUSED
  }
  const known = STATUSES[http_status]
  if (known) {
    return known
  }
  if (access === "client_key" && body === "text") {
    // The old API answers a connection that the seller paused with 200 and some words.
    return verdict(
      "rejected",
      "the seller has paused this connection; switch it on again in Seller Center (Tham số kết nối)",
      "shop_inactive"
    )
  }
  return body === "json"
    ? verdict("rejected", "refused")
    : verdict("invalid_response", "the answer cannot be read")
}

/** The old API answers 403 to a wrong key, but also to some calls with a right one. */
function refusesKey({ http_status, said, asks_who }: FailedAnswer): boolean {
  return (
    http_status === 401 ||
    (http_status === 403 && (asks_who || /permission denied/i.test(said)))
  )
}

/** What a refused token call means, by its OAuth error word. */
const TOKEN_ERRORS: Record<string, Verdict> = {
  invalid_client: verdict(
    "credentials_invalid",
    "the client id or client secret is wrong; correct them"
  ),
  unauthorized_client: verdict(
    "credentials_invalid",
    "the app is not registered for this way of connecting; check its type at open.tiki.vn/console"
  ),
  invalid_scope: verdict(
    "credentials_invalid",
    "the app may not ask for these permissions; correct its scopes at open.tiki.vn/console"
  ),
  access_denied: verdict(
    "authorization_refused",
    "the seller has refused; connect the shop again"
  ),
}

const BAD_GRANT: Record<TokenGrant["grant_type"], Verdict> = {
  authorization_code: verdict(
    "code_invalid",
    "the authorization code is wrong, used or too old; start connecting again"
  ),
  refresh_token: verdict(
    "authorization_refused",
    "the authorization has ended or was withdrawn; connect the shop again"
  ),
  client_credentials: verdict(
    "authorization_refused",
    "the app no longer opens this shop; connect the shop again"
  ),
}

/**
 * The error that an answer of the token call stands for.
 * @param error OAuth's word, for example `invalid_grant`; null when the body has none.
 */
export function errorOfToken(
  grant: TokenGrant["grant_type"],
  error: string | null,
  answer: Pick<FailedAnswer, "http_status" | "said" | "retry_after_ms">
): MarketplaceError {
  const { kind, reason } = judgeToken(grant, error, answer.http_status)
  return new MarketplaceError({
    kind,
    message: sentence(reason, answer),
    code: error ?? undefined,
    http_status: answer.http_status,
    retry_after_ms: answer.retry_after_ms,
  })
}

function judgeToken(
  grant: TokenGrant["grant_type"],
  error: string | null,
  http_status: number
): Verdict {
  if (error === "invalid_grant") {
    return BAD_GRANT[grant]
  }
  const known =
    (error && TOKEN_ERRORS[error]) || judgePassing("Tiki", http_status)
  if (known) {
    return known
  }
  if (http_status === 401 || (http_status === 403 && error)) {
    return TOKEN_ERRORS.invalid_client
  }
  if (http_status === 403) {
    // A gateway's own page: who refuses an app names an OAuth error.
    return verdict("unavailable", "the token call did not get through")
  }
  return error
    ? verdict("invalid_request", "the token request is wrong")
    : verdict("invalid_response", "the token answer cannot be read")
}

/** One sentence with what Tiki's support asks for. */
function sentence(
  reason: string,
  answer: Pick<FailedAnswer, "http_status" | "said" | "request_id">
): string {
  const said = answer.said ? `: "${answer.said}"` : ""
  const request = answer.request_id ? `, request ${answer.request_id}` : ""
  return `Tiki: ${reason} (HTTP ${answer.http_status}${said}${request})`
}
