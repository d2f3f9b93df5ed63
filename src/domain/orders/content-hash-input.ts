import { JsonValue } from "../shared/json"

/**
 * JSON text that is the same for equal values, whatever the order of their keys:
 * what a payload's content hash is made from. Keys without a value are left out.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== "object") {
    return JSON.stringify(value)
  }
  // Texts grown in loops: every order read goes through here, changed or not.
  let text = ""
  if (Array.isArray(value)) {
    for (const entry of value) {
      text += (text && ",") + canonicalJson(entry)
    }
    return `[${text}]`
  }
  for (const key of Object.keys(value).sort()) {
    const entry = value[key]
    if (entry !== undefined) {
      text += `${text && ","}${JSON.stringify(key)}:${canonicalJson(entry)}`
    }
  }
  return `{${text}}`
}
