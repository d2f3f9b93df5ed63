import { setTimeout as sleep } from "node:timers/promises"
import { KillableHost } from "./killable-host"

/**
 * Where a process is to die: `reached` resolves when it stands there, which it does until it
 * is dead; `clear` is called after that. `awaits` says what has not come yet, for whoever
 * waited in vain.
 */
export type Trap = {
  reached: Promise<void>
  clear(): Promise<void>
  awaits?(): string
}

/** A machine that does much else boots slowly, and a dead worker's lease has to end. */
const MOST_MS = 120_000

/**
 * Lets the host live, by `live`, until it stands where a trap was set, and kills it there:
 * perhaps before it even serves, as its work goes on while it still boots.
 * @param seen looks at it as it stands there; `lived` is what made it live.
 */
export async function dieAt(
  host: KillableHost,
  { reached, clear, awaits }: Trap,
  live: () => Promise<unknown>,
  seen?: (lived: Promise<unknown>) => Promise<void>
): Promise<void> {
  const ended = new AbortController()
  const late = sleep(MOST_MS, undefined, { signal: ended.signal }).then(() => {
    const missing = awaits ? `: there was no ${awaits()}` : ""
    throw new Error(`the host never came to where it was to die${missing}`)
  })
  const lived = live()
  try {
    // What cannot even begin to live tells more than that it was late.
    await Promise.race([reached, late, lived.then(() => reached)])
    await seen?.(lived)
  } finally {
    ended.abort()
    await host.kill()
    await clear()
    // Its caller's connection broke with it.
    await lived.catch(() => undefined)
  }
}
