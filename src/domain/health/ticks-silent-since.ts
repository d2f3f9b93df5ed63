/** The one-second job runs nowhere when nobody has run it for so long. */
const SILENT_MS = 30_000

/** A worker as it signed last, by the database's clock. */
export type TickingProcess = {
  started_at: Date
  seen_at: Date
  /** When it ran the plugin's one-second job last, to a few seconds; null before the first. */
  ticked_at: Date | null
}

/**
 * Since when no process has run the plugin's one-second job; null while one does, and while
 * `self` has not run for long enough to know.
 * @param self has signed just now.
 */
export function ticksSilentSince(
  self: Pick<TickingProcess, "started_at" | "seen_at">,
  living: Pick<TickingProcess, "ticked_at">[]
): Date | null {
  const since = Math.max(
    self.started_at.getTime(),
    ...living.map(({ ticked_at }) => ticked_at?.getTime() ?? 0)
  )
  return self.seen_at.getTime() - since >= SILENT_MS ? new Date(since) : null
}
