import { JsonObject, JsonValue } from "../../domain/shared/json"
import { isObject } from "./json"

/** Which fields of a wire type are kept: all of one (`true`), or some of its own. */
export type KeptFields<Wire> = {
  [Name in keyof Wire]?: true | KeptFields<NonNullable<ItemOf<Wire[Name]>>>
}

type ItemOf<Value> =
  NonNullable<Value> extends readonly (infer Item)[] ? Item : Value

/** An object with the kept fields only, those of each item where a field is a list. */
export function keepFields<Wire extends object>(
  json: JsonObject,
  kept: KeptFields<Wire>
): JsonObject {
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => {
      const inner = Object.hasOwn(kept, name)
        ? kept[name as keyof Wire]
        : undefined
      return inner === undefined ? [] : [[name, keepIn(value, inner)]]
    })
  )
}

/** What is no object where one is expected could be anything, and goes. */
function keepIn(value: JsonValue, kept: true | object): JsonValue {
  if (kept === true) {
    return value
  }
  if (Array.isArray(value)) {
    return value.map((item) => keepIn(item, kept))
  }
  return isObject(value) ? keepFields(value, kept) : null
}
