import { MappingError } from "../../domain/provider/mapping-error"
import { MarketplaceError } from "../../domain/provider/marketplace-error"

/**
 * Reads an answer of a marketplace.
 * @returns what `read` gives; it throws `invalid_response`, naming the field, for an
 * answer that cannot be understood.
 */
export function answerReader(marketplace: string) {
  return function understand<T>(what: string, read: () => T): T {
    try {
      return read()
    } catch (error) {
      if (error instanceof MappingError) {
        throw new MarketplaceError({
          kind: "invalid_response",
          message: `${marketplace}: the ${what} cannot be understood: ${error.message}`,
        })
      }
      throw error
    }
  }
}
