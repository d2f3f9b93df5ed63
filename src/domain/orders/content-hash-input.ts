import { JsonObject, JsonValue } from "../shared/json"

/**
 * JSON text that is the same for equal values, whatever the order of their keys:
 * what a payload's content hash is made from. Keys without a value are left out.
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value)
    case "object":
      return value === null ? "null" : canonicalList(value)
    default:
      return String(value)
  }
}

/** Grown in plain loops: every order that is read goes through here, changed or not. */
function canonicalList(value: JsonValue[] | JsonObject): string {
  let text = ""
  if (Array.isArray(value)) {
    for (const entry of value) {
      text += text === "" ? "" : ","
      text += canonicalJson(entry)
    }
    return "[" + text + "]"
  }
  for (const key of Object.keys(value).sort()) {
    const entry = value[key]
    if (entry !== undefined) {
      text += text === "" ? "" : ","
      text += PLAIN.test(key) ? '"' + key + '":' : JSON.stringify(key) + ":"
      text += canonicalJson(entry)
    }
  }
  return "{" + text + "}"
}

/** Keys that need no escapes. */
const PLAIN = /^\w+$/
