import { alarmRule } from "./alarm-code"
import { Finding } from "./finding"

const MINUTE_MS = 60_000

/** What of an alarm on record says whether it is to be told. */
export type Telling = Pick<Finding, "code" | "step"> & {
  /** When it was first found, by then maybe long after it began. */
  raised_at: Date
  told_at: Date | null
  told_step: number
}

/**
 * Whether an alarm has lasted long enough, or got more urgent since it was told. It counts from
 * when it was first found: after a standstill of our own everything looks late for a moment.
 */
export function isToTell(
  { code, step, raised_at, told_at, told_step }: Telling,
  now: Date
): boolean {
  return told_at
    ? step > told_step
    : now.getTime() - raised_at.getTime() >=
        alarmRule(code).told_after * MINUTE_MS
}
