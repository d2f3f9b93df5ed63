/** Tiki writes Vietnam's time, seven hours ahead of UTC, and names no zone. */
const OFFSET = 7 * 3600

const FORM = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/

/** `yyyy-MM-dd HH:mm:ss` in UTC+7. @param seconds since 1970, UTC. */
export function writeTime(seconds: number): string {
  return new Date((seconds + OFFSET) * 1000)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ")
}

export const writeTimeOrNull = (seconds: number | null): string | null =>
  seconds === null ? null : writeTime(seconds)

/** Seconds since 1970, UTC; null for any other form or a day that does not exist. */
export function readTime(text: string): number | null {
  if (!FORM.test(text)) {
    return null
  }
  const milliseconds = Date.parse(`${text.replace(" ", "T")}Z`)
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000 - OFFSET
}

/** The last midnight in Vietnam, in seconds since 1970, UTC. */
export function startOfDay(seconds: number): number {
  const local = seconds + OFFSET
  return local - (local % 86_400) - OFFSET
}
