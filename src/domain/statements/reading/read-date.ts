import { CellValue, serialToMs } from "./cell-value"
import { CellReading, contentOf, EMPTY, readAs, refuse } from "./read-cell"

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|sa|ch)?)?`
const ZONE = String.raw`\s*(z|utc|[+-]\d{2}:?\d{2})?`
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${TIME}${ZONE}$`,
  "i"
)
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${TIME}${ZONE}$`,
  "i"
)
/** `17:00 05/06/2025`, as Vietnamese screens write it. */
const TIME_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?)[ ,]+(\d.*)$/

/** Years 2000 to 2199 as serials: a number outside is no date. */
const FIRST_SERIAL = 36526
const LAST_SERIAL = 109574

/**
 * A day or a point in time, as UTC. `yyyy/MM/dd` and `dd/MM/yyyy` with or without a time, with
 * `/`, `-` or `.`, or a serial of the workbook; never month first.
 * @param utc_offset_minutes of times that name no zone: 420 is UTC+7.
 */
export function readDate(
  cell: CellValue | undefined,
  utc_offset_minutes: number
): CellReading<Date> {
  const content = contentOf(cell, "not_a_date")
  switch (content.kind) {
    case "none":
      return EMPTY
    case "refused":
      return refuse(content.code)
    case "text":
      return readText(content.text, utc_offset_minutes)
    case "value": {
      const { value } = content
      const serial = value.type === "date" ? value.serial : value.number
      return readSerial(serial, utc_offset_minutes)
    }
  }
}

function readSerial(serial: number, offset: number): CellReading<Date> {
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL
    ? readAs(new Date(serialToMs(serial) - offset * 60_000))
    : refuse("not_a_date")
}

function readText(written: string, offset: number): CellReading<Date> {
  const text = written.replace(TIME_FIRST, "$2 $1")
  const day_first = DAY_FIRST.exec(text)
  const match = day_first ?? YEAR_FIRST.exec(text)
  if (!match) {
    return /^\d{5}(\.\d+)?$/.test(text)
      ? readSerial(Number(text), offset)
      : refuse("not_a_date")
  }
  const [year, month, day] = day_first
    ? [Number(match[4]), Number(match[3]), Number(match[1])]
    : [Number(match[1]), Number(match[3]), Number(match[4])]
  const [hour_text, minute_text, second_text, half, zone] = match.slice(5)
  const hour = hourOfDay(Number(hour_text ?? 0), half)
  const minute = Number(minute_text ?? 0)
  const second = Number(second_text ?? 0)
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(ms)
  const is_real =
    year >= 2000 &&
    year < 2200 &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    minute < 60 &&
    second < 60
  return is_real
    ? readAs(new Date(ms - offsetOf(zone, offset) * 60_000))
    : refuse("not_a_date")
}

/** `am` and `pm`, or `SA` (sáng) and `CH` (chiều). */
function hourOfDay(hour: number, half: string | undefined): number {
  if (!half) {
    return hour
  }
  if (hour < 1 || hour > 12) {
    return NaN
  }
  return (hour % 12) + (/^(pm|ch)$/i.test(half) ? 12 : 0)
}

function offsetOf(zone: string | undefined, otherwise: number): number {
  if (!zone) {
    return otherwise
  }
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) {
    return 0
  }
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === "-" ? -minutes : minutes
}
