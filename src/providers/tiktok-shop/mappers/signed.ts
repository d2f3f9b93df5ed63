import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount, parseAmount } from "../../../domain/shared/amount"
import { Fields } from "./fields"

/** A sum of money of either sign; null where it is missing. */
export function signedIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string,
  currency_code: string
): Amount | null {
  return fields.parsed(name, (text) => parseAmount(text, currency_code))
}

/** @throws {MappingError} naming the sum when it is not that of its parts. */
export function expectSum<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string,
  stated: Amount,
  parts: Amount
): void {
  if (stated !== parts) {
    throw new MappingError(
      fields.at(name),
      `is ${stated}, but its parts add up to ${parts}`
    )
  }
}
