import { setTimeout as sleep } from "node:timers/promises"

const MOST_MS = 20_000

/** Waits for what happens in the background; fails with the check's own words when it never does. */
export async function eventually(
  check: () => void | Promise<void>
): Promise<void> {
  const end = Date.now() + MOST_MS
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > end) {
        throw error
      }
      await sleep(50)
    }
  }
}
