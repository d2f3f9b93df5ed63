import { HandoverSlot } from "../../../domain/provider/arranges-shipments"
import { WireShipment, WireSlot } from "../types"
import { Fields } from "./fields"

/** Where a market's carriers read the clock; elsewhere the label says UTC. */
const TIME_ZONES: Record<string, string | undefined> = {
  VN: "Asia/Ho_Chi_Minh",
  TH: "Asia/Bangkok",
  ID: "Asia/Jakarta",
  MY: "Asia/Kuala_Lumpur",
  PH: "Asia/Manila",
  SG: "Asia/Singapore",
  GB: "Europe/London",
  IE: "Europe/Dublin",
  DE: "Europe/Berlin",
  FR: "Europe/Paris",
  IT: "Europe/Rome",
  ES: "Europe/Madrid",
  JP: "Asia/Tokyo",
}
const DAYS = [
  ["Sun", "Chủ Nhật"],
  ["Mon", "Thứ Hai"],
  ["Tue", "Thứ Ba"],
  ["Wed", "Thứ Tư"],
  ["Thu", "Thứ Năm"],
  ["Fri", "Thứ Sáu"],
  ["Sat", "Thứ Bảy"],
]

/**
 * A time in which the carrier may come, in the shop's local time; null when it is taken.
 * @throws {MappingError} when it has no beginning or end.
 */
export function mapSlot(
  slot: Fields<WireSlot>,
  region: string
): HandoverSlot | null {
  const start = slot.requiredTime("start_time")
  const end = slot.requiredTime("end_time")
  // TikTok's own spelling.
  if (slot.flagIfGiven("avaliable") === false) {
    return null
  }
  const time_zone = TIME_ZONES[region.toUpperCase()]
  const [from, to] = [localTime(start, time_zone), localTime(end, time_zone)]
  const hours = `${from.time}–${from.date === to.date ? "" : `${to.date} `}${to.time}`
  const note = time_zone ? "" : " UTC"
  return {
    value: [start, end].map((date) => date.getTime() / 1000).join("-"),
    label: {
      en: `${from.day[0]} ${from.date}, ${hours}${note}`,
      vi: `${from.day[1]} ${from.date}, ${hours}${note}`,
    },
  }
}

/** A slot as {@link mapSlot} named it; undefined when it is no such name. */
export function slotOf(value: string): WireShipment["pickup_slot"] {
  const [, start, end] = /^(\d{1,12})-(\d{1,12})$/.exec(value) ?? []
  return start && end
    ? { start_time: Number(start), end_time: Number(end) }
    : undefined
}

/** `dd/mm/yyyy` and `hh:mm`, with the day of the week in English and Vietnamese. */
function localTime(moment: Date, time_zone: string | undefined) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: time_zone ?? "UTC",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? ""
  const weekday = part("weekday")
  return {
    day: DAYS.find(([en]) => en === weekday) ?? [weekday, weekday],
    date: `${part("day")}/${part("month")}/${part("year")}`,
    time: `${part("hour")}:${part("minute")}`,
  }
}
