import { JsonObject, JsonValue } from "../../src/domain/shared/json"

/** Lays a patch over a value; `null` removes, lists take `{ "0": … }` by place. */
export function overlay(
  base: JsonValue | undefined,
  patch: JsonValue
): JsonValue {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) {
    return patch
  }
  if (Array.isArray(base)) {
    return base.map((item, place) =>
      patch[place] === undefined ? item : overlay(item, patch[place])
    )
  }
  const result: JsonObject =
    typeof base === "object" && base !== null ? { ...base } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name]
    } else {
      result[name] = overlay(result[name], value)
    }
  }
  return result
}
