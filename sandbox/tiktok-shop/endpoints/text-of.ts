import { JsonObject } from "../../../src/domain/shared/json"
import { invalidParameter } from "../envelope"

/** A text of the body. @throws {ApiError} 36009004 when it is missing. */
export function textOf(body: JsonObject, name: string): string {
  const text = body[name]
  if (typeof text !== "string" || !text) {
    throw invalidParameter(`${name} is missing`)
  }
  return text
}
