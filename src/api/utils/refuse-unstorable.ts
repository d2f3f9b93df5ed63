import {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Deeper than anything that is asked for here. */
const MOST_DEPTH = 32

/** NUL, and halves of letters outside the basic plane: no text of PostgreSQL holds them. */
const UNSTORABLE = /\0|[\ud800-\udfff]/u

/**
 * Refuses texts that no database holds, wherever they stand in a request, and bodies that are
 * nested without end.
 * @throws {MedusaError} INVALID_DATA.
 */
export function refuseUnstorable(
  { body, originalUrl }: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const problem = /%00/.test(originalUrl)
    ? "The address holds a character that no text may hold (%00)."
    : problemOf(body)
  next(
    problem
      ? new MedusaError(MedusaError.Types.INVALID_DATA, problem)
      : undefined
  )
}

/** What is wrong with a value, looked through level by level; null for a good one. */
export function problemOf(value: unknown): string | null {
  let level = [value]
  for (let depth = 0; level.length; depth++) {
    if (depth > MOST_DEPTH) {
      return `The body is nested more than ${MOST_DEPTH} levels deep.`
    }
    if (level.some((one) => typeof one === "string" && UNSTORABLE.test(one))) {
      return "The body holds a character that no text may hold (\\u0000, or half of one)."
    }
    level = level.flatMap(partsOf)
  }
  return null
}

function partsOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) {
    return []
  }
  return Array.isArray(value)
    ? (value as unknown[])
    : Object.entries(value).flat()
}
