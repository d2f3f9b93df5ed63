/** Vietnam is seven hours ahead of UTC all year round. */
const OFFSET_MS = 7 * 60 * 60 * 1000

const FORM =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a moment of Tiki: `yyyy-MM-dd HH:mm:ss`, Vietnam time as long as it names no
 * offset itself.
 * @returns UTC; null for the zero date, which stands for none.
 * @throws {RangeError} when the text is no such moment.
 */
export function parseLocalTime(text: string): Date | null {
  if (text.startsWith("0000-00-00")) {
    return null
  }
  const [, day, time, fraction = "", offset = "+07:00"] = FORM.exec(text) ?? []
  const colon = offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")
  const date = new Date(`${day}T${time}${fraction}${colon}`)
  // Some days that do not exist, such as February 30, read as another one.
  if (Number.isNaN(date.getTime()) || !isDay(day)) {
    throw new RangeError(
      `"${text}" is no moment of the form yyyy-MM-dd HH:mm:ss`
    )
  }
  return date
}

/**
 * Reads a moment that only informs, in any form that is clear: also a day (its start in
 * Vietnam), minutes without seconds, and seconds or milliseconds since 1970.
 * @throws {RangeError} when the text is none of them.
 */
export function parseClearTime(text: string): Date | null {
  if (/^\d{10}$/.test(text)) {
    return new Date(Number(text) * 1000)
  }
  if (/^\d{13}$/.test(text)) {
    return new Date(Number(text))
  }
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} 00:00` : text
  return parseLocalTime(
    whole.replace(/^(.{10}[ T]\d{2}:\d{2})(?=$|Z|[+-])/, "$1:00")
  )
}

function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

/** The moment in Tiki's form; parts of a second are cut off. */
export function formatLocalTime(date: Date): string {
  return new Date(date.getTime() + OFFSET_MS)
    .toISOString()
    .slice(0, 19)
    .replace("T", " ")
}
