import { JsonObject } from "../../../src/domain/shared/json"
import { invalidParameter } from "../envelope"
import { Scope, Seller, Shop } from "../shops"
import { TikTokShopTwin } from "../twin"

/** A checked call, as an endpoint sees it. */
export type CallContext = {
  twin: TikTokShopTwin
  seller: Seller
  query: Readonly<Record<string, string>>
  path: Readonly<Record<string, string>>
  body: JsonObject
  /** Keeps the answer from being checked against TikTok's description. */
  leaveContract(): void
}

export type ShopContext = CallContext & { shop: Shop }

type Common = {
  method: "GET" | "POST" | "PUT" | "DELETE"
  /** Path as TikTok's description writes it. */
  template: string
  scope: Scope
}

/** One call of the API; `answer` returns the envelope's `data`. */
export type Endpoint = Common &
  (
    | { level: "seller"; answer(context: CallContext): object }
    | { level: "shop"; answer(context: ShopContext): object }
  )

/**
 * A whole number of the query.
 * @throws {ApiError} 36009004 when it is missing or out of bounds.
 */
export function pageSize(context: CallContext, most: number): number {
  const size = Number(context.query.page_size)
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw invalidParameter(`page_size must be between 1 and ${most}`)
  }
  return size
}

/** One of the allowed words of the query, the first one when it is left out. */
export function oneOf<W extends string>(
  context: CallContext,
  name: string,
  words: readonly [W, ...W[]]
): W {
  const given = context.query[name]
  const word = words.find((one) => one === given)
  if (given !== undefined && !word) {
    throw invalidParameter(`${name} must be one of ${words.join(", ")}`)
  }
  return word ?? words[0]
}

/** A list of texts in the body, at most so long. */
export function textList(
  context: CallContext,
  name: string,
  most: number
): string[] | null {
  const list = context.body[name]
  if (list === undefined || list === null) {
    return null
  }
  if (!Array.isArray(list) || list.length > most) {
    throw invalidParameter(`${name} takes at most ${most} entries`)
  }
  return list.map(String)
}

/** A number in the body; null when it is left out. */
export function numberOf(context: CallContext, name: string): number | null {
  const value = context.body[name]
  return typeof value === "number" ? value : null
}
