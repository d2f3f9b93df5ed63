import * as timers from "node:timers/promises"

/** How many times shorter a pause is here. */
const FASTER = 50

/**
 * Has the plugin's pauses between attempts pass quickly; its time limits stay as they are.
 * @returns what ends that.
 */
export function hurry(): () => void {
  const { setTimeout: later } = globalThis
  const { setTimeout: sleep } = timers
  globalThis.setTimeout = Object.assign(
    (work: () => void, milliseconds?: number, ...args: unknown[]) =>
      later(
        work,
        isPause(milliseconds) ? (milliseconds ?? 0) / FASTER : milliseconds,
        ...(args as [])
      ),
    later
  ) as typeof later
  const quick = <T>(milliseconds?: number, ...rest: [T?, object?]) =>
    sleep((milliseconds ?? 0) / FASTER, ...rest)
  replaceSleep(quick as typeof sleep)
  return () => {
    globalThis.setTimeout = later
    replaceSleep(sleep)
  }
}

/** Anything shorter or longer is no pause (milliseconds). */
const PAUSES_MS = { from: 100, to: 31_000 }

/** Pauses between the attempts of a call are taken by this library alone. */
function isPause(milliseconds = 0): boolean {
  return (
    milliseconds >= PAUSES_MS.from &&
    milliseconds <= PAUSES_MS.to &&
    callers().some((file) => file?.includes("/cockatiel/"))
  )
}

/** Files on the stack, without the cost of putting them into words. */
function callers(): (string | undefined)[] {
  const { prepareStackTrace } = Error
  Error.prepareStackTrace = (_, sites) =>
    sites.map((site) => site.getFileName() ?? undefined)
  const { stack } = new Error()
  Error.prepareStackTrace = prepareStackTrace
  return stack as unknown as (string | undefined)[]
}

function replaceSleep(sleep: typeof timers.setTimeout): void {
  // The module's own object, which those who have imported it look into each time.
  const module = require("node:timers/promises") as Record<string, unknown>
  module.setTimeout = sleep
}
