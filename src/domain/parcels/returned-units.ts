import { ReceivedLine, unitsOf } from "../returns/received-lines"

export type ReturnCondition = "good" | "damaged"

/** Units of an order line that may come back in a parcel. */
export type ExpectedLine = { line_id: string; units: number }

/** What is in a parcel that came back: what somebody wrote down, else all of it alike. */
export function returnedLines(
  expected: ExpectedLine[],
  condition: ReturnCondition,
  lines: ReceivedLine[] | null
): ReceivedLine[] {
  const found =
    lines ??
    expected.map(({ line_id, units }) => ({
      line_id,
      good: condition === "good" ? units : 0,
      damaged: condition === "damaged" ? units : 0,
      lost: 0,
    }))
  return found.filter((line) => unitsOf(line) > 0)
}

/** The first line of which there are more units than can be inside, or none; null when all fit. */
export function impossibleLine(
  expected: ExpectedLine[],
  lines: ReceivedLine[]
): string | null {
  const units = new Map(expected.map((line) => [line.line_id, line.units]))
  const seen = new Set<string>()
  for (const line of lines) {
    const most = units.get(line.line_id)
    if (most === undefined || seen.has(line.line_id) || unitsOf(line) > most) {
      return line.line_id
    }
    seen.add(line.line_id)
  }
  return null
}
