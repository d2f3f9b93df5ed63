import { MappingError } from "../../domain/provider/mapping-error"
import { MarketplaceError } from "../../domain/provider/marketplace-error"

/**
 * Reads an answer of TikTok.
 * @throws {MarketplaceError} `invalid_response`, naming the field, when it cannot be understood.
 */
export function understand<T>(what: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof MappingError) {
      throw new MarketplaceError({
        kind: "invalid_response",
        message: `TikTok Shop: the ${what} cannot be understood: ${error.message}`,
      })
    }
    throw error
  }
}
