import {
  type ConnectMethod,
  connectMethods,
} from "../../domain/channels/connect-methods"
import type { ConnectField } from "../../domain/provider/authorization"
import type { Provider } from "./types"

/** A way of connecting: signing in at the marketplace, or filling in fields. */
export type ConnectWay = {
  /** Unique among the ways of a provider. */
  id: string
  /** Null for signing in. */
  method: ConnectMethod | null
}

type Connectable = Pick<Provider, "connect_fields" | "connects_by_consent">

/** The ways a marketplace offers, signing in first. */
export function waysOf({
  connect_fields,
  connects_by_consent,
}: Connectable): ConnectWay[] {
  const byFields = connectMethods(connect_fields).map((method) => ({
    id: `fields:${method.id}`,
    method,
  }))
  return connects_by_consent
    ? [{ id: "consent", method: null }, ...byFields]
    : byFields
}

/** In which words a marketplace is offered. */
export function waysHint(provider: Connectable): "sign_in" | "keys" | "both" {
  const ways = waysOf(provider)
  if (ways.every(({ method }) => method === null)) {
    return "sign_in"
  }
  return ways.every(({ method }) => method !== null) ? "keys" : "both"
}

/** The values that belong to a way, blanks left out; null while a required one is missing. */
export function valuesFor(
  { method }: ConnectWay,
  typed: Record<string, string>
): Record<string, string> | null {
  const fields: ConnectField[] = method?.fields ?? []
  const values = Object.fromEntries(
    fields.flatMap(({ name }) => {
      const value = typed[name]?.trim()
      return value ? [[name, value]] : []
    })
  )
  const missing = fields.some(({ name, required }) => required && !values[name])
  const nothing = fields.length > 0 && Object.keys(values).length === 0
  return missing || nothing ? null : values
}
