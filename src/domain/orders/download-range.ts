const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type DownloadRange =
  | {
      kind: "range"
      from: Date
      to: Date
      /** Set when the person asked for more than the channel looks back. */
      out_of_window: { requested_from: Date; days: number } | null
    }
  /** Everything asked for lies further back than the channel looks. */
  | { kind: "out_of_window"; days: number }
  | {
      kind: "invalid"
      field: "from" | "to"
      reason: "not_a_date" | "after_to" | "in_future"
    }

/**
 * The range of a manual download: the last 24 hours unless the person says otherwise,
 * never past `now`, cut to the channel's look-back.
 * @param input.lookback_days null for no limit.
 */
export function downloadRange(input: {
  from?: Date | null
  to?: Date | null
  now: Date
  lookback_days: number | null
}): DownloadRange {
  const { now, lookback_days } = input
  const asked_to = input.to ?? now
  const from = input.from ?? new Date(asked_to.getTime() - DAY_MS)
  if (Number.isNaN(asked_to.getTime())) {
    return { kind: "invalid", field: "to", reason: "not_a_date" }
  }
  if (Number.isNaN(from.getTime())) {
    return { kind: "invalid", field: "from", reason: "not_a_date" }
  }
  if (from > asked_to) {
    return { kind: "invalid", field: "from", reason: "after_to" }
  }
  if (from > now) {
    return { kind: "invalid", field: "from", reason: "in_future" }
  }
  const to = asked_to > now ? now : asked_to
  return lookback_days === null
    ? { kind: "range", from, to, out_of_window: null }
    : cut(from, to, now, lookback_days)
}

/** True for an order that a download limited to `lookback_days` leaves out. */
export function isOutOfWindow(
  external_updated_at: Date,
  now: Date,
  lookback_days: number | null
): boolean {
  return (
    lookback_days !== null && external_updated_at < earliest(now, lookback_days)
  )
}

function earliest(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

function cut(from: Date, to: Date, now: Date, days: number): DownloadRange {
  const limit = earliest(now, days)
  if (from >= limit) {
    return { kind: "range", from, to, out_of_window: null }
  }
  return to < limit
    ? { kind: "out_of_window", days }
    : {
        kind: "range",
        from: limit,
        to,
        out_of_window: { requested_from: from, days },
      }
}
