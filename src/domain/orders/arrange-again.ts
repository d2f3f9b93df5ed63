const FIRST_WAIT_MS = 60_000
const LAST_WAIT_MS = 3_600_000

/** What has been done to arrange the shipment of an order that staff fulfilled. */
export type ArrangeRuns = {
  runs: number
  /** One of them has not ended. */
  is_running: boolean
  last_end: Date | null
}

/**
 * For how long the order is left alone (milliseconds); 0 when its shipment is to be arranged
 * now. After a run that did not bring it about the wait is a minute, doubling up to an hour.
 */
export function waitToArrange(
  { runs, is_running, last_end }: ArrangeRuns,
  now: Date
): number {
  if (!runs) {
    return 0
  }
  const wait = waitAfter(runs)
  if (is_running || !last_end) {
    return wait
  }
  return Math.max(last_end.getTime() + wait - now.getTime(), 0)
}

/** The wait after the last of so many runs (milliseconds). */
export function waitAfter(runs: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(runs - 1, 12), LAST_WAIT_MS)
}
