import { MappingError } from "../../domain/provider/mapping-error"
import { MarketplaceError } from "../../domain/provider/marketplace-error"

/** Names in one message. */
const MOST_NAMED = 5

/**
 * The products of a reading that cannot be understood. One of them hides no other: all others
 * come, and then the reading fails with its name, so that nothing counts as gone.
 */
export class LeftOut {
  private readonly reasons = new Map<string, string>()

  constructor(private readonly marketplace: string) {}

  /**
   * What `read` gives, or null for a product that cannot be understood.
   * @param product `key` tells it from all others; `name` is what people know it by.
   */
  read<T>(
    { key, name }: { key: string; name: string },
    read: () => T
  ): T | null {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof MappingError)) {
        throw error
      }
      this.reasons.set(key, `"${name}": ${error.message}`)
      return null
    }
  }

  /** @throws {MarketplaceError} `invalid_response` with their names, unless there are none. */
  end(): void {
    const reasons = [...this.reasons.values()]
    if (reasons.length === 0) {
      return
    }
    const named = reasons.slice(0, MOST_NAMED).join("; ")
    const more = reasons.length - MOST_NAMED
    throw new MarketplaceError({
      kind: "invalid_response",
      message: `${this.marketplace}: these products cannot be understood and were left out, all others are up to date: ${named}${more > 0 ? `; and ${more} more` : ""}`,
    })
  }
}
