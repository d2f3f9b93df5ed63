import { itemKey, itemKeys } from "./scan-code"

/** Units of one article in a parcel, counted off while it is packed. */
export type CountedLine = {
  /** The order lines it stands for; at least one. */
  line_ids: string[]
  /** Everything that an article of it may carry: barcodes and SKUs. */
  codes: string[]
  /** Units that belong into the parcel; 0 when they were cancelled since. */
  quantity: number
  scanned: number
}

export type ItemVerdict =
  | { ok: true; code: "counted" | "packed"; line_id: string }
  | { ok: false; code: "wrong_item" | "too_many"; line_id: string | null }

/** Before an order line's id: counts an article that carries no code. */
const LINE_PREFIX = "LINE:"

/**
 * Judges an item that was scanned for a parcel. `packed` when it is the last one; never
 * lets more be counted than belong inside.
 * @param quantity units that are put in at once; all of them fit, or none is counted.
 */
export function judgeItem(
  lines: CountedLine[],
  scanned: string,
  quantity: number
): ItemVerdict {
  const keys = itemKeys(scanned)
  const meant = lines.filter(
    (line) => isMeant(line, keys) && line.quantity + line.scanned > 0
  )
  const [first] = meant
  if (!first) {
    return { ok: false, code: "wrong_item", line_id: null }
  }
  const line = meant.find((one) => one.scanned + quantity <= one.quantity)
  if (!line) {
    return { ok: false, code: "too_many", line_id: first.line_ids[0] }
  }
  const after = lines.map((one) =>
    one === line ? { ...one, scanned: one.scanned + quantity } : one
  )
  return {
    ok: true,
    code: isComplete(after) ? "packed" : "counted",
    line_id: line.line_ids[0],
  }
}

/** True when a scanned text means any of these articles. */
export function isAmong(
  lines: Pick<CountedLine, "line_ids" | "codes">[],
  scanned: string
): boolean {
  const keys = itemKeys(scanned)
  return lines.some((line) => isMeant(line, keys))
}

/** True when the parcel holds what belongs inside, no less and no more. */
export function isComplete(lines: CountedLine[]): boolean {
  return (
    lines.some(({ quantity }) => quantity > 0) &&
    lines.every(({ scanned, quantity }) => scanned === quantity)
  )
}

/** Adds up what was counted for each line. */
export function withCounts<Line extends { line_ids: string[] }>(
  lines: Line[],
  counts: ReadonlyMap<string, number>
): (Line & { scanned: number })[] {
  return lines.map((line) => ({
    ...line,
    scanned: line.line_ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
  }))
}

function isMeant(
  { codes, line_ids }: Pick<CountedLine, "line_ids" | "codes">,
  keys: Set<string>
): boolean {
  return (
    codes.some((code) => keys.has(itemKey(code))) ||
    line_ids.some((id) => keys.has(`${LINE_PREFIX}${id.toUpperCase()}`))
  )
}
