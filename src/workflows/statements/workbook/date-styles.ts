import { localName, xmlEvents } from "./xml-events"

/** Formats of dates and times that workbooks do not spell out. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 22) ||
    (format >= 27 && format <= 36) ||
    (format >= 45 && format <= 47) ||
    (format >= 50 && format <= 58)
  )
}

/** True for a format that shows a day or a time: quoted, escaped and bracketed parts aside. */
export function isDateFormat(code: string): boolean {
  const [positive] = code.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, "").split(";")
  return !/general/i.test(positive) && /[ymdhs]/i.test(positive)
}

/** Which styles of cells show their number as a date, by number of the style. */
export async function readDateStyles(
  part: AsyncIterable<Buffer>
): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let is_of_cells = false
  for await (const events of xmlEvents(part)) {
    for (const { eventType, value } of events) {
      if (eventType === "text") {
        continue
      }
      const name = localName(value.name)
      if (name === "cellXfs") {
        is_of_cells = eventType === "opentag"
      }
      if (eventType !== "opentag") {
        continue
      }
      const { numFmtId, formatCode } = value.attributes
      const format = Number(numFmtId)
      if (name === "numFmt") {
        custom.set(format, isDateFormat(formatCode ?? ""))
      } else if (name === "xf" && is_of_cells) {
        styles.push(custom.get(format) ?? isBuiltInDate(format))
      }
    }
  }
  return styles
}
