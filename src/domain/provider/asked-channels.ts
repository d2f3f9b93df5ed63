import {
  isTemporary,
  MarketplaceError,
  needsAuthorization,
} from "./marketplace-error"

/** Each of them was tried several times, and may have taken minutes to fail. */
const MOST_IN_A_ROW = 2

/**
 * Which channels a piece of work that asks them for many things goes on to ask. One whose
 * calls fail temporarily twice in a row is given up for the rest of the work, whatever comes
 * afterwards; so is one that a person has to sign in to, at once.
 */
export class AskedChannels {
  /** Temporary failures since the last answer. */
  private readonly in_a_row = new Map<string, number>()
  private readonly given_up = new Map<string, MarketplaceError>()

  /** To be told after each call. @param failure null when it was answered as it should be. */
  note(channel_id: string, failure: MarketplaceError | null): void {
    const before = this.in_a_row.get(channel_id) ?? 0
    const count = isTemporary(failure) ? before + 1 : 0
    this.in_a_row.set(channel_id, count)
    if (
      failure &&
      !this.given_up.has(channel_id) &&
      (count >= MOST_IN_A_ROW || needsAuthorization(failure))
    ) {
      this.given_up.set(channel_id, failure)
    }
  }

  /** The failure after which a channel is not asked any more; null while it is asked. */
  whyGivenUp(channel_id: string): MarketplaceError | null {
    return this.given_up.get(channel_id) ?? null
  }
}
