import { isSafeNumber, parse } from "lossless-json"
import { JsonObject, JsonValue } from "../../domain/shared/json"

/**
 * A number outside a string that a double may not hold: sixteen or more characters,
 * or an exponent. A hit inside a string only costs time.
 */
const MAY_LOSE = /[:,[]\s*-?(?:[\d.eE+-]{16,}|[\d.]+[eE])/

/**
 * Reads JSON without rounding: numbers that a double cannot hold become their text.
 * TikTok sends ids beyond 2^53 as bare numbers in some webhooks.
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseLossless(text: string): JsonValue {
  if (!MAY_LOSE.test(text)) {
    return JSON.parse(text) as JsonValue
  }
  return parse(text, undefined, (digits) =>
    isSafeNumber(digits) ? Number(digits) : digits
  ) as JsonValue
}

/** Neither a list nor null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
