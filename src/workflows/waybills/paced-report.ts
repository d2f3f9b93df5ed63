/**
 * Lets through at most one report in `gap_ms`; how many are done never goes down again.
 * @param clock milliseconds.
 */
export function pacedReport(
  report: (done: number) => Promise<void>,
  gap_ms = 1_000,
  clock: () => number = Date.now
): (done: number) => Promise<void> {
  let most = 0
  let last: number | null = null
  return async (done) => {
    most = Math.max(most, done)
    const now = clock()
    if (last === null || now - last >= gap_ms) {
      last = now
      await report(most)
    }
  }
}
