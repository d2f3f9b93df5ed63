import { GoodsBack } from "../orders/host-state"
import { OrderStatus } from "../orders/order-status"
import {
  BuyerRequestKind,
  BuyerRequestState,
  isComingBack,
} from "./buyer-request"
import { leftToReceive, ReceivableLine } from "./receivable"
import { ReceivedLine, unitsOf } from "./received-lines"

/** A buyer's request, as far as its goods are concerned. */
export type GoodsRequest = {
  kind: BuyerRequestKind
  state: BuyerRequestState
  lines: { external_line_id: string; quantity: number }[]
  /** Its goods have been scanned in; what is missing then will not come. */
  received_at: Date | null
}

/** What was scanned in at one time. */
export type GoodsReceipt = {
  buyer_request_id: string | null
  lines: ReceivedLine[]
}

/**
 * Units of each line that are still on their way back: all that is left of an order that
 * comes back as a whole, else what the buyers' open requests name and no receipt brought.
 */
export function stillComingBack(
  status: OrderStatus,
  lines: ReceivableLine[],
  requests: GoodsRequest[],
  receipts: GoodsReceipt[]
): { line_id: string; units: number }[] {
  const left = leftToReceive(
    lines,
    receipts.flatMap((receipt) => receipt.lines)
  )
  if (status === "returning" || status === "returned") {
    return left.map(({ line_id, units }) => ({ line_id, units }))
  }
  const open = requests.filter(
    (request) => !request.received_at && isComingBack(request)
  )
  return unitsAwaited(left, open, receipts)
}

/**
 * Units of each line that requests bring, of what is left to receive. What came without any
 * request counts for them.
 */
export function unitsAwaited(
  left: ReceivableLine[],
  open: Pick<GoodsRequest, "lines">[],
  receipts: GoodsReceipt[]
): { line_id: string; units: number }[] {
  const unasked = receipts
    .filter(({ buyer_request_id }) => buyer_request_id === null)
    .flatMap((receipt) => receipt.lines)
  return left
    .map(({ line_id, external_line_ids, units }) => ({
      line_id,
      units: Math.min(
        units,
        unitsAsked(open, external_line_ids) - unitsIn(unasked, line_id)
      ),
    }))
    .filter(({ units }) => units > 0)
}

/** Units of a line that requests name, by any of the marketplace's ids of it. */
export function unitsAsked(
  requests: Pick<GoodsRequest, "lines">[],
  external_line_ids: string[]
): number {
  return requests
    .flatMap((request) => request.lines)
    .filter(({ external_line_id }) =>
      external_line_ids.includes(external_line_id)
    )
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** How an order's goods came back, as a whole. */
export function goodsBack(
  lines: ReceivableLine[],
  received: ReceivedLine[]
): GoodsBack {
  if (!lines.length || leftToReceive(lines, received).length) {
    return "none"
  }
  return received.every(({ damaged, lost }) => damaged + lost === 0)
    ? "all_good"
    : "some_gone"
}

/** What became of the units of a line while they were still reserved. */
export type ReservedLine = {
  line_id: string
  /** Good again: nothing keeps them any more. */
  free: number
  /** Damaged or missing: they have left the count. */
  gone: number
  /** Still to be sold, or still to come back. */
  kept: number
}

export function reservedLines(
  lines: ReceivableLine[],
  received: ReceivedLine[]
): ReservedLine[] {
  return lines.map(({ line_id, units }) => {
    const own = received.filter((line) => line.line_id === line_id)
    const free = own.reduce((sum, { good }) => sum + good, 0)
    const gone = unitsIn(own, line_id) - free
    return { line_id, free, gone, kept: Math.max(0, units - free - gone) }
  })
}

function unitsIn(lines: ReceivedLine[], line_id: string): number {
  return lines
    .filter((line) => line.line_id === line_id)
    .reduce((sum, line) => sum + unitsOf(line), 0)
}
