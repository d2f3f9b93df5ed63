import { LosslessNumber } from "lossless-json"
import { MarketplaceError } from "../../domain/provider/marketplace-error"

/**
 * An id as a body holds it: a number, without passing through one.
 * @throws {MarketplaceError} `invalid_request` for what is no id of Tiki.
 */
export function wireId(id: string): LosslessNumber {
  if (!/^\d+$/.test(id)) {
    throw new MarketplaceError({
      kind: "invalid_request",
      message: `Tiki: "${id}" is no id of Tiki`,
    })
  }
  return new LosslessNumber(id)
}

/** A body of a call, whose ids are of that kind. */
export type WireBody<Body> = { [Name in keyof Body]: Body[Name] | unknown }
