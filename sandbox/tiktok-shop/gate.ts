import { JsonObject } from "../../src/domain/shared/json"
import { checkRequest } from "./contract/contract"
import { CallContext, Endpoint } from "./endpoints/endpoint"
import { ApiError, invalidParameter } from "./envelope"
import { Shop } from "./shops"
import { sameText, signCall } from "./signature"
import { TikTokShopTwin } from "./twin"

/** How far a call's timestamp may be off, in seconds. */
const OLDEST = 300
const NEWEST = 30

/** A request as it arrived. */
export type RawCall = {
  method: string
  /** Not decoded. */
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

/** Each name once. @throws {ApiError} 36009004 for repeated or empty parameters. */
export function readQuery(query: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of query) {
    if (name in values) {
      throw invalidParameter(`the query parameter ${name} is repeated`)
    }
    if (value === "") {
      throw invalidParameter(`the query parameter ${name} is empty`)
    }
    values[name] = value
  }
  return values
}

function checkSignature(
  { options, clock }: TikTokShopTwin,
  call: RawCall,
  query: Record<string, string>
): void {
  const { key, secret } = options.app
  if (!query.sign) {
    throw invalidParameter("The 'sign' parameter is missing")
  }
  if (query.app_key !== key) {
    throw invalidParameter("The 'app_key' is invalid")
  }
  const age = clock.seconds() - Number(query.timestamp)
  if (
    !/^\d{10}$/.test(query.timestamp ?? "") ||
    age > OLDEST ||
    -age > NEWEST
  ) {
    throw invalidParameter("The 'timestamp' is out of the allowed window")
  }
  const multipart = String(call.headers["content-type"]).startsWith("multipart")
  const body = multipart || !call.body.length ? null : call.body
  if (!sameText(query.sign, signCall(secret, call.path, query, body))) {
    throw new ApiError(106001, "The signature is invalid", 401)
  }
}

function findShop(
  { shops }: CallContext["seller"],
  cipher: string | undefined
): Shop {
  if (!cipher) {
    throw new ApiError(106013, "The 'shop_cipher' is missing", 400)
  }
  const shop = shops.find((one) => one.cipher === cipher)
  if (!shop) {
    throw new ApiError(101000, "The token does not belong to the shop", 401)
  }
  if (!shop.active) {
    throw new ApiError(36009043, "The shop is not active", 401)
  }
  return shop
}

function parseBody({ body, headers }: RawCall): JsonObject | undefined {
  if (!String(headers["content-type"]).startsWith("application/json")) {
    throw new ApiError(36009023, "Content-Type must be application/json", 400)
  }
  if (!body.length) {
    return undefined
  }
  try {
    return JSON.parse(body.toString()) as JsonObject
  } catch {
    throw new ApiError(36009022, "The body is not valid JSON", 400)
  }
}

/**
 * Everything TikTok checks before a call reaches its endpoint, in its order: app,
 * clock, signature, token, scope, shop, quota, parameters.
 * @throws {ApiError}
 */
export function admit(
  twin: TikTokShopTwin,
  call: RawCall,
  endpoint: Endpoint,
  path: Record<string, string>
): CallContext & { shop: Shop | null } {
  const query = readQuery(call.query)
  checkSignature(twin, call, query)
  const token = call.headers["x-tts-access-token"]
  if (typeof token !== "string" || !token) {
    throw new ApiError(36009004, "The 'access_token' is missing", 401)
  }
  const { seller, scopes } = twin.authorizations.check(token)
  if (!scopes.includes(endpoint.scope)) {
    throw new ApiError(105005, `The scope ${endpoint.scope} is missing`, 401)
  }
  if (endpoint.level === "seller" && query.shop_cipher) {
    throw invalidParameter("unexpected identifier 'shop_cipher'")
  }
  const shop =
    endpoint.level === "shop" ? findShop(seller, query.shop_cipher) : null
  twin.quotas.take(`${query.app_key} ${shop?.id ?? seller.open_id}`)
  const body = parseBody(call)
  if (twin.options.validate) {
    const { method, template } = endpoint
    const reason = checkRequest(method, template, query, body)
    if (reason) {
      throw invalidParameter(reason)
    }
  }
  const { sign: _sign, ...rest } = query
  return {
    twin,
    seller,
    shop,
    query: rest,
    path,
    body: body ?? {},
    leaveContract: () => undefined,
  }
}
