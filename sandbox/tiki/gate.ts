import { JsonObject } from "../../src/domain/shared/json"
import { ApiError, badRequest } from "./api-error"
import { Caller, Endpoint } from "./endpoints/endpoint"
import { Scope } from "./options"
import { Seller } from "./sellers"
import { TikiTwin } from "./twin"

/** A request as it arrived. */
export type RawCall = {
  method: string
  query: URLSearchParams
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

/** The seller paused the connection: Tiki says so with HTTP 200. */
export class ConnectionPaused extends Error {}

const BASIC: Scope[] = ["product", "order"]

const holds = (scopes: Scope[], wanted: Scope) =>
  scopes.includes(wanted) || (scopes.includes("all") && BASIC.includes(wanted))

/** @throws {ApiError} 403 for a wrong key. @throws {ConnectionPaused} */
function callerByKey(twin: TikiTwin, key: string): Caller {
  const { enabled, key: known, paused } = twin.options.client_key
  if (!enabled || key !== known) {
    throw new ApiError(403, "Permission denied")
  }
  if (paused) {
    throw new ConnectionPaused()
  }
  twin.client_key_used = true
  const scopes: Scope[] = ["product", "order", "inventory"]
  return { app: null, seller: twin.seller(), scopes }
}

function callerByToken(twin: TikiTwin, header: string | undefined): Caller {
  const token = /^Bearer (\S+)$/i.exec(header ?? "")?.[1]
  if (!token) {
    throw new ApiError(401, "Unauthorized")
  }
  const { client_id, seller_id, scopes } = twin.authorizations.check(token)
  return {
    app: twin.app(client_id) ?? null,
    seller: seller_id === null ? null : twin.seller(seller_id),
    scopes,
  }
}

/** @throws {ApiError} 401 when the token belongs to no seller, 403 when the seller is inactive. */
export function sellerOf({ seller }: Caller): Seller {
  if (!seller) {
    throw new ApiError(401, "The token does not belong to a seller")
  }
  if (!seller.active) {
    throw new ApiError(403, "The seller is inactive")
  }
  return seller
}

function readBody({ method, headers, body }: RawCall): JsonObject {
  if (method === "GET" || !body.length) {
    return {}
  }
  if (!String(headers["content-type"]).startsWith("application/json")) {
    throw badRequest("Content-Type must be application/json")
  }
  try {
    const parsed: unknown = JSON.parse(body.toString())
    if (typeof parsed === "object" && parsed && !Array.isArray(parsed)) {
      return parsed as JsonObject
    }
  } catch {
    // Told below.
  }
  throw badRequest("The body is not a JSON object")
}

/**
 * What Tiki checks before a call reaches its endpoint: Accept, token, scope, rate, body.
 * @throws {ApiError} @throws {ConnectionPaused}
 */
export function admit(
  twin: TikiTwin,
  call: RawCall,
  endpoint: Endpoint
): { caller: Caller; query: Record<string, string>; body: JsonObject } {
  const { headers } = call
  if (!String(headers.accept).includes("application/json")) {
    throw new ApiError(406, "Accept must be application/json")
  }
  const key = headers["tiki-api"]
  const caller =
    typeof key === "string"
      ? callerByKey(twin, key)
      : callerByToken(twin, headers.authorization as string | undefined)
  if (endpoint.scope && !holds(caller.scopes, endpoint.scope)) {
    throw new ApiError(403, `The scope ${endpoint.scope} is missing`)
  }
  twin.checkRate(
    String(caller.seller?.id ?? caller.app?.client_id ?? "client key")
  )
  return {
    caller,
    query: Object.fromEntries(call.query),
    body: readBody(call),
  }
}
