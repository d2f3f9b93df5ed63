import { setTimeout as sleep } from "node:timers/promises"

/** Waits for what happens in the background; fails with the check's own words when it never does. */
export async function eventually(
  check: () => void | Promise<void>,
  most_ms = 20_000
): Promise<void> {
  const end = Date.now() + most_ms
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
