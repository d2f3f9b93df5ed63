import { lineItemId } from "../orders/draft-order"
import { OrderIdentities } from "../orders/identities"
import { NeutralOrder, NeutralOrderLine } from "../orders/neutral-order"
import { orderedUnits } from "../orders/price-order"
import { ReceivedLine, unitsOf } from "./received-lines"

/** A line whose units went out, or were to, and can come back. */
export type ReceivableLine = {
  /** The channel order line. */
  line_id: string
  external_line_ids: string[]
  units: number
}

/**
 * Why goods cannot be taken back as they are named:
 *
 * - `already_received`: every unit that was to come back is accounted for.
 * - `line_not_in_order`: a line that the order does not have.
 * - `too_many_units`: more units than went out and are not back yet.
 */
export const RECEIPT_REFUSALS = [
  "already_received",
  "line_not_in_order",
  "too_many_units",
] as const
export type ReceiptRefusal = (typeof RECEIPT_REFUSALS)[number]

export type ReceiptVerdict =
  | { ok: true; lines: ReceivedLine[] }
  | { ok: false; code: ReceiptRefusal; line_id: string | null }

/** Units of an order that can come back; those of a cancelled order count as ordered. */
export function receivableLines(
  order: NeutralOrder,
  ids: OrderIdentities
): ReceivableLine[] {
  return order.lines
    .filter(({ fulfilled_by }) => fulfilled_by !== "other_seller")
    .map((line) => ({
      line_id: lineItemId(line, ids),
      external_line_ids: line.external_line_ids,
      units: orderedUnits(order, line),
    }))
    .filter(({ units }) => units > 0)
}

/**
 * Units of a line among these marketplace lines: one each where the marketplace names every
 * unit, all of them where one id stands for the whole line.
 */
export function unitsAmong(
  line: Pick<NeutralOrderLine, "external_line_ids"> & { units: number },
  external_line_ids: readonly string[]
): number {
  const named = line.external_line_ids.filter((id) =>
    external_line_ids.includes(id)
  )
  if (named.length === line.external_line_ids.length) {
    return line.units
  }
  return Math.min(named.length, line.units)
}

/** Units of each line that are still to come back; lines without any are left out. */
export function leftToReceive(
  lines: ReceivableLine[],
  earlier: ReceivedLine[]
): ReceivableLine[] {
  return lines
    .map((line) => ({
      ...line,
      units: line.units - unitsReceived(earlier, line.line_id),
    }))
    .filter(({ units }) => units > 0)
}

/**
 * Checks what a person says came back against what can still come back.
 * @param said null when everything came back good: all that is left of `expected`, or of the
 * order where nothing tells what was expected.
 * @param inside what was received of the same parcel before: of these lines no more can be in it
 * than is left of `expected`.
 */
export function judgeReceipt(
  lines: ReceivableLine[],
  earlier: ReceivedLine[],
  said: ReceivedLine[] | null,
  expected: { line_id: string; units: number }[] | null = null,
  inside: ReceivedLine[] = []
): ReceiptVerdict {
  const left = leftToReceive(lines, earlier)
  const room =
    expected &&
    expected.map(({ line_id, units }) => ({
      line_id,
      units: Math.max(units - unitsReceived(inside, line_id), 0),
    }))
  const received = said ? summed(said) : everythingGood(left, room)
  if (!received.length) {
    return { ok: false, code: "already_received", line_id: null }
  }
  for (const line of received) {
    const { line_id } = line
    if (!lines.some((one) => one.line_id === line_id)) {
      return { ok: false, code: "line_not_in_order", line_id }
    }
    const inParcel = inside.some((one) => one.line_id === line_id)
      ? room?.find((one) => one.line_id === line_id)
      : undefined
    const open = Math.min(
      left.find((one) => one.line_id === line_id)?.units ?? 0,
      inParcel?.units ?? Infinity
    )
    if (unitsOf(line) > open) {
      const code = open ? "too_many_units" : "already_received"
      return { ok: false, code, line_id }
    }
  }
  return { ok: true, lines: received }
}

function everythingGood(
  left: ReceivableLine[],
  expected: { line_id: string; units: number }[] | null
): ReceivedLine[] {
  return left
    .map(({ line_id, units }) => ({
      line_id,
      good: expected
        ? Math.min(
            units,
            expected.find((one) => one.line_id === line_id)?.units ?? 0
          )
        : units,
      damaged: 0,
      lost: 0,
    }))
    .filter(({ good }) => good > 0)
}

/** One entry a line; lines of which nothing is said are left out. */
function summed(said: ReceivedLine[]): ReceivedLine[] {
  const lines = new Map<string, ReceivedLine>()
  for (const { line_id, good, damaged, lost } of said) {
    const known = lines.get(line_id) ?? {
      line_id,
      good: 0,
      damaged: 0,
      lost: 0,
    }
    lines.set(line_id, {
      line_id,
      good: known.good + good,
      damaged: known.damaged + damaged,
      lost: known.lost + lost,
    })
  }
  return [...lines.values()].filter((line) => unitsOf(line) > 0)
}

function unitsReceived(lines: ReceivedLine[], line_id: string): number {
  return lines
    .filter((line) => line.line_id === line_id)
    .reduce((sum, line) => sum + unitsOf(line), 0)
}
