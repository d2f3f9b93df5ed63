import { createHmac, timingSafeEqual } from "node:crypto"

/**
 * The signature of a business call: HMAC-SHA256 in lower-case hex over the path, the
 * decoded query without `sign` and `access_token`, sorted by name, and the raw body,
 * wrapped in the secret. Source: TikTok Shop, "Sign your API request".
 *
 * @param body the bytes as sent; null for multipart bodies, which are left out.
 */
export function signCall(
  secret: string,
  path: string,
  query: Readonly<Record<string, string>>,
  body: Buffer | null
): string {
  const pairs = Object.keys(query)
    .filter((name) => name !== "sign" && name !== "access_token")
    .sort()
    .map((name) => name + query[name])
    .join("")
  const hmac = createHmac("sha256", secret)
  hmac.update(secret + path + pairs)
  if (body) {
    hmac.update(body)
  }
  return hmac.update(secret).digest("hex")
}

/**
 * The `Authorization` header of a webhook: HMAC-SHA256 in lower-case hex over the app
 * key and the raw body. Source: TikTok Shop, "Webhooks overview".
 */
export function signWebhook(
  app_key: string,
  secret: string,
  body: string
): string {
  return createHmac("sha256", secret)
    .update(app_key + body)
    .digest("hex")
}

export function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
