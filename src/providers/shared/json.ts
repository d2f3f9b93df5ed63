import { isSafeNumber, parse } from "lossless-json"
import { JsonObject, JsonValue } from "../../domain/shared/json"

/**
 * A number outside a string that a double may not hold: sixteen or more characters,
 * or an exponent. A hit inside a string only costs time.
 */
const MAY_LOSE = /[:,[]\s*-?(?:[\d.eE+-]{16,}|[\d.]+[eE])/

/** How JSON writes what no text of a database holds, and pairs that are whole. */
const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/i

/** NUL, and half of a letter such as an emoji that was cut off. */
const UNSTORABLE = /\0|[\ud800-\udfff]/gu

/**
 * Reads JSON without rounding: numbers that a double cannot hold become their text.
 * TikTok sends ids beyond 2^53 as bare numbers in some webhooks. Characters that no database
 * stores become U+FFFD, so that what one buyer wrote keeps no other order from coming in.
 * @throws {SyntaxError} when the text is not JSON.
 */
export function parseLossless(text: string): JsonValue {
  const revive = MAY_BE_UNSTORABLE.test(text) ? storable : undefined
  if (!MAY_LOSE.test(text)) {
    return JSON.parse(text, revive) as JsonValue
  }
  return parse(text, revive, (digits) =>
    isSafeNumber(digits) ? Number(digits) : digits
  ) as JsonValue
}

function storable(_name: string, value: unknown): unknown {
  return typeof value === "string" ? storableText(value) : value
}

/** A text as a database stores it: of what was cut off within a letter, too. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, "\ufffd")
}

/** Neither a list nor null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
