/** How long to wait before trying again (milliseconds), one after the other. */
export const PAUSES_MS: readonly number[] = [1000, 5000, 20_000, 60_000]

/**
 * Does work that may be repeated, again after a failure that passes.
 * @param isPassing whether the same work may succeed a moment later.
 * @param pause waits so long; false when the work is somebody else's by then.
 * @throws what the work threw last, when that does not pass or has not passed.
 */
export async function withRetries(
  work: () => Promise<void>,
  isPassing: (error: unknown) => boolean,
  pause: (milliseconds: number, error: unknown) => Promise<boolean>
): Promise<"done" | "left"> {
  for (const milliseconds of PAUSES_MS) {
    try {
      await work()
      return "done"
    } catch (error) {
      if (!isPassing(error)) {
        throw error
      }
      if (!(await pause(milliseconds, error))) {
        return "left"
      }
    }
  }
  await work()
  return "done"
}
