import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  CallEffect,
  judgePassing,
  kindFor,
  Verdict,
  verdict,
} from "../shared/errors"

/** An answer, as far as it says what went wrong. */
export type FailedAnswer = {
  effect: CallEffect
  http_status: number
  /** TikTok's code as text; null when the body is no answer of TikTok's API. */
  code: string | null
  /** TikTok's own words, already free of secrets. */
  message: string | null
  request_id?: string
  retry_after_ms?: number
}

const REAUTHORIZE = "connect the shop again"
const FAILED = "TikTok Shop failed on its side"
const LABEL_PENDING = "the waybill is still being made"
const NOT_ARRANGED =
  "the parcel's shipment is not arranged yet, so it has no waybill; arrange it first"
const AFTER_SALE = "an after-sale request is open on the parcel"
const SHIPPED = "the parcel is shipped already"
const WAREHOUSES = "the SKU's list of warehouses is incomplete or has changed"
const STOCK_LOCKED = "a promotion locks the SKU's stock"

const BAD_CODE = verdict(
  "code_invalid",
  "the authorization code is wrong, used or older than 30 minutes; start connecting again"
)
const BAD_SIGNATURE = verdict(
  "credentials_invalid",
  "the signature is wrong; correct the app secret (option appSecret)"
)
const SELLER_INACTIVE = verdict(
  "rejected",
  "the seller is inactive at TikTok Shop",
  "shop_inactive"
)

/** What each of TikTok's codes means to us ("Common errors" and the pages of the calls). */
const CODES: Record<string, Verdict> = {
  "36009002": verdict("rate_limited", "too many calls"),
  "36009037": verdict("rate_limited", "the hourly quota is used up"),
  "36009003": verdict("unavailable", FAILED),
  "36009007": verdict("unavailable", "TikTok Shop took too long"),
  "105002": verdict("authorization_expired", "the access token has expired"),
  "105001": verdict(
    "authorization_refused",
    `the seller has withdrawn the authorization; ${REAUTHORIZE}`
  ),
  "105005": verdict(
    "authorization_refused",
    `a permission (scope) is missing; add it to the app in Partner Center, then ${REAUTHORIZE}`,
    "scope_missing"
  ),
  "101000": verdict(
    "authorization_refused",
    `the authorization does not belong to this shop; ${REAUTHORIZE}`
  ),
  "106001": BAD_SIGNATURE,
  "106013": verdict("invalid_request", "shop_cipher is missing"),
  "36009009": verdict("invalid_request", "the call does not exist"),
  "36009010": verdict("invalid_request", "the call has another method"),
  "36009014": verdict(
    "invalid_request",
    "this version of the call is retired; update the plugin",
    "call_retired"
  ),
  "36009021": verdict("invalid_request", "the file is too large"),
  "36009022": verdict("invalid_request", "the body has the wrong form"),
  "36009023": verdict("invalid_request", "the content type is wrong"),
  "36009033": verdict(
    "rejected",
    "this server's address is not on the app's allow list in Partner Center",
    "server_not_allowed"
  ),
  "36009043": verdict(
    "rejected",
    "the shop is inactive at TikTok Shop",
    "shop_inactive"
  ),
  "36009044": SELLER_INACTIVE,
  "12052700": SELLER_INACTIVE,
  "36004004": BAD_CODE,
  "21011044": verdict("rejected", "the order is on hold"),
  "21008044": verdict("rejected", AFTER_SALE),
  "21011007": verdict("rejected", AFTER_SALE),
  "11006021": verdict("rejected", SHIPPED),
  "21008099": verdict("rejected", SHIPPED),
  "21011020": verdict("rejected", SHIPPED),
  "21011040": verdict("rejected", SHIPPED),
  "21011041": verdict("rejected", "the order is cancelled"),
  "21011042": verdict("rejected", "the order is cancelled"),
  "21008025": verdict("rejected", "TikTok Shop fulfils this order itself"),
  "21008106": verdict("rejected", "the call is not for this region"),
  "21008111": verdict("rejected", "the order belongs to another shop"),
  "11001027": verdict("unavailable", FAILED),
  "11001031": verdict("unavailable", FAILED),
  "21001003": verdict("unavailable", FAILED),
  "21001008": verdict("unavailable", FAILED),
  "21001011": verdict("unavailable", FAILED),
  "21022029": verdict("unavailable", FAILED),
  "21042001": verdict("unavailable", FAILED),
  "21042076": verdict("unavailable", FAILED),
  "11034023": verdict("not_ready", LABEL_PENDING),
  "11034037": verdict("not_ready", LABEL_PENDING),
  "21023035": verdict("rejected", NOT_ARRANGED),
  "21042104": verdict("rejected", NOT_ARRANGED),
  "21042102": verdict(
    "rejected",
    "the carrier has collected the parcel, so its waybill is no longer given"
  ),
  "12052180": verdict("rejected", "more than 10,000 products match"),
  "12019028": verdict("rejected", WAREHOUSES),
  "12052037": verdict("rejected", WAREHOUSES),
  "12052533": verdict("rejected", WAREHOUSES),
  "12052097": verdict("rejected", WAREHOUSES),
  "12052516": verdict("rejected", WAREHOUSES),
  "12052530": verdict("rejected", WAREHOUSES),
  "12052055": verdict("rejected", "the quantity is not allowed"),
  "12052557": verdict("rejected", "the SKU is not of this product (any more)"),
  "12052393": verdict("rejected", STOCK_LOCKED),
  "12052901": verdict("rejected", "the product's status does not allow it"),
  "25001001": verdict("rejected", "the after-sale request is wrong"),
  "25020005": verdict("rejected", "the order does not allow it"),
}

/** True when a shipment is refused because it has been arranged before. */
export function isShippedAlready({ code }: { code?: string }): boolean {
  return CODES[code ?? ""]?.reason === SHIPPED
}

/** What says that a campaign or a creator holds units, under a code that is not in the table. */
const LOCK_WORDS = /campaign|promotion|creator|\block(ed|s)?\b/i

/**
 * True when a stock number may not change because a campaign, or a creator's share, holds it.
 * @param said TikTok's own words.
 */
export function isStockLock(code: string, said: string | null): boolean {
  const known = CODES[code]
  return known ? known.reason === STOCK_LOCKED : LOCK_WORDS.test(said ?? "")
}

/** True for codes that say by themselves what is wrong. */
export function isTelling(code: string): boolean {
  return code in CODES
}

/** TikTok's catch-all: only its message tells the causes apart. */
const CATCH_ALL = "36009004"

/** For the catch-all and for codes that are not in the table. First match wins. */
const MESSAGES: [pattern: RegExp, verdict: Verdict][] = [
  [
    /timestamp/i,
    verdict(
      "invalid_request",
      "the time of the call is refused; set this server's clock",
      "clock_refused"
    ),
  ],
  [
    /app[ _-]?key/i,
    verdict(
      "credentials_invalid",
      "the app key is wrong; correct option appKey"
    ),
  ],
  [
    /secret/i,
    verdict(
      "credentials_invalid",
      "the app secret is wrong; correct option appSecret"
    ),
  ],
  [/auth(orization)?[ _-]?code/i, BAD_CODE],
  [
    /refresh[ _-]?token/i,
    verdict(
      "authorization_refused",
      `the authorization cannot be renewed; ${REAUTHORIZE}`
    ),
  ],
  [
    /access[ _-]?token/i,
    verdict("authorization_expired", "the access token is not accepted"),
  ],
  [
    /cipher|unexpected identifier/i,
    verdict("invalid_request", "shop_cipher is wrong or not expected here"),
  ],
  [/\bsign(ature)?\b/i, BAD_SIGNATURE],
]

/** An hour: TikTok's quota of development shops is counted by the hour. */
const HOURLY_QUOTA_MS = 3_600_000

/** The error that an answer stands for; null when it is a success. */
export function errorOfAnswer(answer: FailedAnswer): MarketplaceError | null {
  if (answer.code === "0") {
    return null
  }
  const found = judge(answer)
  return new MarketplaceError({
    kind: kindFor(answer.effect, found.kind),
    trouble: found.trouble,
    message: sentence(found.reason, answer),
    code: answer.code ?? undefined,
    http_status: answer.http_status,
    request_id: answer.request_id,
    retry_after_ms:
      answer.code === "36009037"
        ? (answer.retry_after_ms ?? HOURLY_QUOTA_MS)
        : answer.retry_after_ms,
  })
}

function judge({ code, message, http_status }: FailedAnswer): Verdict {
  if (code === null) {
    return judgeByStatus(code, http_status)
  }
  if (CODES[code]) {
    return CODES[code]
  }
  const said = MESSAGES.find(([pattern]) => pattern.test(message ?? ""))
  if (said) {
    return said[1]
  }
  return code === CATCH_ALL
    ? verdict("invalid_request", "the request is wrong")
    : judgeByStatus(code, http_status)
}

/** For codes not in the table, and for bodies that are not TikTok's. */
function judgeByStatus(code: string | null, http_status: number): Verdict {
  const passing = judgePassing("TikTok Shop", http_status)
  if (passing) {
    return passing
  }
  if (code === null) {
    return verdict("invalid_response", "the answer cannot be read")
  }
  if (http_status === 401) {
    return verdict("authorization_refused", `not authorized; ${REAUTHORIZE}`)
  }
  return http_status === 404
    ? verdict("not_found", "not found")
    : verdict("rejected", "refused")
}

/** One sentence with what TikTok's support asks for. */
function sentence(reason: string, answer: FailedAnswer): string {
  const said = answer.message ? `: "${answer.message}"` : ""
  const facts = [
    answer.code === null
      ? `HTTP ${answer.http_status}`
      : `code ${answer.code}${said}`,
    ...(answer.request_id ? [`request ${answer.request_id}`] : []),
  ]
  return `TikTok Shop: ${reason} (${facts.join(", ")})`
}
