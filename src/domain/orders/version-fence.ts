/** What tells one copy of an order from another. */
export type CopyVersion = {
  /** The marketplace's own "last changed"; stands still while details change. */
  external_updated_at: Date
  /** Hash of the payload's canonical text. */
  content_hash: string
  /** When the read that brought the copy began (our clock, UTC). */
  read_started_at: Date
}

export type CopyVerdict = "accept" | "unchanged" | "stale"

/**
 * Whether a copy replaces the stored one: when the marketplace changed it later, or,
 * under the same change time, when it says something else and was read later.
 *
 * On `unchanged` the stored `read_started_at` has to become {@link latestRead}, or an
 * older, different copy could still overtake it.
 */
export function acceptsCopy(
  stored: CopyVersion | null,
  incoming: CopyVersion
): CopyVerdict {
  if (!stored) {
    return "accept"
  }
  const newer =
    incoming.external_updated_at.getTime() -
    stored.external_updated_at.getTime()
  if (newer !== 0) {
    return newer > 0 ? "accept" : "stale"
  }
  if (incoming.content_hash === stored.content_hash) {
    return "unchanged"
  }
  return incoming.read_started_at > stored.read_started_at ? "accept" : "stale"
}

/** The later of two reads of the same content. */
export function latestRead(stored: CopyVersion, incoming: CopyVersion): Date {
  return stored.read_started_at > incoming.read_started_at
    ? stored.read_started_at
    : incoming.read_started_at
}
