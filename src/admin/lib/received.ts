import { unitsAwaited } from "../../domain/returns/coming-back"
import { oldestAwaited } from "../../domain/returns/oldest-awaited"
import { leftToReceive } from "../../domain/returns/receivable"
import { type ReceivedLine, unitsOf } from "../../domain/returns/received-lines"
import { isReturnedBefore } from "../../domain/returns/returned-before"
import type {
  BuyerRequest,
  ChannelOrder,
  ChannelOrderLine,
  HandoverLine,
} from "./types"

/** Units that may come back, by order line. */
export type ExpectedLine = {
  line_id: string
  title: string
  /** Variation and SKU. */
  detail: string
  image_url: string | null
  quantity: number
}

/** Lines of an order with units that are not cancelled. */
export function expectedLines(lines: ChannelOrderLine[]): ExpectedLine[] {
  return lines.flatMap((line) => {
    const quantity = line.quantity - (line.cancelled_quantity ?? 0)
    return quantity > 0
      ? {
          line_id: line.id,
          title: line.title,
          detail: [line.sku_title, line.seller_sku].filter(Boolean).join(" · "),
          image_url: line.image_url ?? null,
          quantity,
        }
      : []
  })
}

/** What a person starts from who counts an order's returned goods. */
export type ReturnStart = {
  /** All that may come back, of which nothing was received yet. */
  expected: ExpectedLine[]
  /** What is likely to be there, all good. */
  filled: ReceivedLine[]
  /** The buyer's return that the goods are received for. */
  request: BuyerRequest | null
  /** What was to come back is here: the buyer keeps the rest, unless somebody counts it. */
  is_kept: boolean
}

/**
 * Filled in are the units of the awaited return that the goods will be received for, else all
 * that is left.
 * @param order with what buyers ask for and what was received.
 */
export function returnStart(order: ChannelOrder): ReturnStart {
  const { lines = [], returns = [], receipts = [] } = order
  const all = expectedLines(lines)
  const left = leftToReceive(
    all.map(({ line_id, quantity }) => ({
      line_id,
      external_line_ids:
        lines.find(({ id }) => id === line_id)?.external_line_ids ?? [],
      units: quantity,
    })),
    receipts.flatMap((receipt) => receipt.lines)
  )
  const request = oldestAwaited(returns) ?? null
  const is_kept = !request && isKept(order)
  const likely = request?.lines.length
    ? unitsAwaited(left, [request], receipts)
    : is_kept
      ? []
      : left
  const unitsIn = (
    own: { line_id: string; units: number }[],
    { line_id }: ExpectedLine
  ) => own.find((line) => line.line_id === line_id)?.units ?? 0
  const expected = all
    .map((line) => ({ ...line, quantity: unitsIn(left, line) }))
    .filter(({ quantity }) => quantity > 0)
  const filled = allGood(
    expected.map((line) => ({ ...line, quantity: unitsIn(likely, line) }))
  )
  return { expected, filled, request, is_kept }
}

/** No part of the order is to come back any more. */
function isKept({ status, parcels = [], receipts = [] }: ChannelOrder) {
  const live = parcels.filter(({ state }) => state !== "cancelled")
  const ids = live.length ? live.map(({ external_id }) => external_id) : [null]
  return (
    status !== null &&
    ids.every((parcel_external_id) =>
      isReturnedBefore(
        { status, is_requested: false, parcel_external_id },
        receipts
      )
    )
  )
}

/** Everything came back in one condition. */
export function allGood(
  expected: Pick<ExpectedLine, "line_id" | "quantity">[],
  condition: "good" | "damaged" = "good"
): ReceivedLine[] {
  return expected.map(({ line_id, quantity }) => ({
    line_id,
    good: condition === "good" ? quantity : 0,
    damaged: condition === "damaged" ? quantity : 0,
    lost: 0,
  }))
}

/** True when more units are claimed than there can be. */
export function exceeds(
  expected: Pick<ExpectedLine, "line_id" | "quantity">[],
  lines: ReceivedLine[]
): boolean {
  return expected.some(({ line_id, quantity }) =>
    lines.some((line) => line.line_id === line_id && unitsOf(line) > quantity)
  )
}

/** Units of a parcel that are to come back, by order line. */
export function expectedOf(lines: HandoverLine[]): ExpectedLine[] {
  return lines.flatMap((line) =>
    line.quantity
      ? {
          line_id: line.line_id,
          title: line.title ?? line.line_id,
          detail: [line.sku_title, line.sku].filter(Boolean).join(" · "),
          image_url: line.image_url ?? null,
          quantity: line.quantity,
        }
      : []
  )
}

/** What somebody said was found in a parcel; null when nobody has. */
export function saidLines(lines: HandoverLine[]): ReceivedLine[] | null {
  const said = lines.some(
    ({ good, damaged, lost }) =>
      good !== undefined || damaged !== undefined || lost !== undefined
  )
  return said
    ? lines.map(({ line_id, good = 0, damaged = 0, lost = 0 }) => ({
        line_id,
        good,
        damaged,
        lost,
      }))
    : null
}
