import { JsonObject } from "../../../src/domain/shared/json"
import { Fault } from "../../shared/faults"
import { Scope, TikiApp } from "../options"
import { Seller } from "../sellers"
import { TikiTwin } from "../twin"

/** Who calls: an app for a seller, an app for itself, or a seller by client key. */
export type Caller = {
  app: TikiApp | null
  seller: Seller | null
  scopes: Scope[]
}

/** A checked call, as an endpoint sees it. */
export type CallContext = {
  twin: TikiTwin
  caller: Caller
  query: Readonly<Record<string, string>>
  path: Readonly<Record<string, string>>
  body: JsonObject
  /** A fault that struck this call and is the endpoint's own to play. */
  fault: Fault | undefined
  /** Keeps the answer from being checked against the OpenAPI description. */
  leaveContract(): void
}

export type SellerContext = CallContext & { seller: Seller }

type Common = {
  method: "GET" | "POST" | "PUT" | "DELETE"
  /** Path after the host, with `{parameters}`. */
  template: string
  /** Null for calls that any token may make. */
  scope: Scope | null
}

/** One call of the API; `answer` returns the body. */
export type Endpoint = Common &
  (
    | { level: "any"; answer(context: CallContext): object }
    | { level: "seller"; answer(context: SellerContext): object }
  )

/** A comma list of the query; null when it is left out. */
export function commaList(text: string | undefined): string[] | null {
  return text === undefined
    ? null
    : text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
}
