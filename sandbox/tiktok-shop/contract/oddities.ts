import { Schema } from "../../shared/openapi"

/**
 * Where TikTok's description is too loose, or silent, to be used as it stands. This is
 * the whole list; everything else is taken word for word.
 *
 * 1. Parameters that every call carries (`app_key`, `timestamp`, `sign`) are described nowhere.
 * 2. `shop_cipher` is described as optional, but shop calls are refused without it: the gate checks it.
 * 3. Lists in the query (`ids`) are described as repeated names; the signature recipe and
 *    the documentation want one comma-joined value.
 * 4. No object says which fields it always has. The envelope's are required here.
 * 5. No object says that it is complete. Here each one is: an unknown field in a request is
 *    a misspelt filter, in an answer an invention of the twin.
 * 6. Errors are not described. They are checked as an envelope without `data`.
 * 7. Limits stand in the prose only (page sizes, list lengths): the endpoints check them.
 */
export const COMMON_PARAMETERS = ["app_key", "timestamp", "sign"]

const ENVELOPE_FIELDS = ["code", "message", "request_id"]

/** The schema with every object closed, and without words that are no rules. */
export function closeSchema(schema: Schema): Schema {
  const { type, format, properties, items, additionalProperties } = schema
  const closed: Schema = { type, format }
  if (items) {
    closed.items = closeSchema(items)
  }
  if (properties) {
    closed.properties = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, closeSchema(one)])
    )
  }
  if (typeof additionalProperties === "object") {
    closed.additionalProperties = closeSchema(additionalProperties)
  } else if (properties) {
    closed.additionalProperties = false
  }
  return JSON.parse(JSON.stringify(closed)) as Schema
}

/** An answer's schema with the fields every envelope has. */
export function closeAnswer(schema: Schema): Schema {
  return { ...closeSchema(schema), required: ENVELOPE_FIELDS }
}
