import { createHmac, timingSafeEqual } from "node:crypto"
import { Credentials } from "../../domain/provider/authorization"
import { TikTokShopConfig, WireToken } from "./types"

/** Parameters that TikTok leaves out of the signature. */
const UNSIGNED = new Set(["sign", "access_token"])

/**
 * Signs a business call: HMAC-SHA256, lower-case hex, over secret + path + sorted
 * parameters + body + secret (TikTok "Sign your API request").
 *
 * @param request.query decoded values; they are percent-encoded in the URL only.
 * @param request.body the exact text that is sent; left out for uploads.
 */
export function sign(
  secret: string,
  request: { path: string; query: Record<string, string>; body?: string }
): string {
  const parameters = Object.keys(request.query)
    .filter((name) => !UNSIGNED.has(name))
    .sort(byCodeUnit)
    .map((name) => name + request.query[name])
    .join("")
  return hmac(
    secret,
    secret + request.path + parameters + (request.body ?? "") + secret
  ).toString("hex")
}

/**
 * True when a webhook's `Authorization` header signs this body: HMAC-SHA256 over app
 * key + raw body. The path takes no part, and there is no time in it.
 */
export function isSignedBy(
  app: Pick<TikTokShopConfig, "appKey" | "appSecret">,
  signature: string | undefined,
  raw_body: Buffer
): boolean {
  if (!signature || !/^[0-9a-f]{64}$/.test(signature)) {
    return false
  }
  const expected = hmac(
    app.appSecret,
    Buffer.concat([Buffer.from(app.appKey, "utf8"), raw_body])
  )
  return timingSafeEqual(expected, Buffer.from(signature, "hex"))
}

/** The page that asks a seller for consent; the way back is set in Partner Center. */
export function consentPage(config: TikTokShopConfig, state: string): string {
  const page = new URL(config.consentUrl)
  if (page.pathname === "/") {
    page.pathname = "/open/authorize"
  }
  page.searchParams.set("service_id", config.serviceId)
  page.searchParams.set("state", state)
  return page.toString()
}

/**
 * Query of the two token calls. It carries the app secret, so the resulting URL must
 * never be logged.
 */
export function tokenQuery(
  config: TikTokShopConfig,
  grant: { code: string } | { refresh_token: string }
): Record<string, string> {
  const app = { app_key: config.appKey, app_secret: config.appSecret }
  return "code" in grant
    ? { ...app, auth_code: grant.code, grant_type: "authorized_code" }
    : {
        ...app,
        refresh_token: grant.refresh_token,
        grant_type: "refresh_token",
      }
}

/** The credentials in a token answer; undefined when a part is missing. */
export function credentialsOf(token: WireToken): Credentials | undefined {
  const { access_token, refresh_token } = token
  const expires_at = moment(token.access_token_expire_in)
  if (!access_token || !refresh_token || !expires_at) {
    return undefined
  }
  return {
    values: { access_token, refresh_token },
    expires_at,
    refresh_expires_at: moment(token.refresh_token_expire_in),
  }
}

/** A moment in Unix seconds; a date beyond what JavaScript can hold counts as "never". */
function moment(seconds: unknown): Date | null {
  const date = new Date(Number(seconds) * 1000)
  return Number(seconds) > 0 && !Number.isNaN(date.getTime()) ? date : null
}

function hmac(secret: string, message: string | Buffer): Buffer {
  return createHmac("sha256", secret).update(message).digest()
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
