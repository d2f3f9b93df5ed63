import { setTimeout as sleep } from "node:timers/promises"
import { CrashPoint } from "../crashes/crash-points"
import { StockShop } from "./shop"

/** A machine that does much else boots slowly, and a dead worker's lease has to end. */
const MOST_MS = 120_000

/** Lets the host live until it has come to a point, and kills it there. */
export async function dieAt(
  { host, sandbox }: StockShop,
  { set }: CrashPoint
): Promise<void> {
  if (!host.lives()) {
    await host.start()
  }
  const trap = await set({ sandbox, database_url: host.database_url })
  const ended = new AbortController()
  const late = sleep(MOST_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error("the host never came to where it was to die")
  })
  try {
    await Promise.race([trap.reached, late])
  } finally {
    ended.abort()
    await host.kill()
    await trap.clear()
  }
}
