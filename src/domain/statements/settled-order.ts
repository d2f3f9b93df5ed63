import { NeutralOrder, NeutralOrderLine } from "../orders/neutral-order"
import { OrderStatus } from "../orders/order-status"
import {
  BuyerRequestKind,
  BuyerRequestState,
  bringsGoodsBack,
} from "../returns/buyer-request"
import { ReceivedLine, unitsOf } from "../returns/received-lines"
import { Amount } from "../shared/amount"
import { SettledOrder } from "./order-settlement"

/** What of a buyer's request moves money. */
export type MoneyRequest = {
  kind: BuyerRequestKind
  state: BuyerRequestState
  /** When its state was reached, as far as the marketplace tells (UTC). */
  external_updated_at: Date
  /** Smallest unit; null where no amount is named. */
  refund_amount: Amount | null
  lines: { external_line_id: string; quantity: number }[]
}

export type SettledOrderFacts = {
  order: NeutralOrder
  /** Null while the raw status is unknown. */
  status: OrderStatus | null
  /** Goods that came back, of all receipts. */
  received: ReceivedLine[]
  /** Our id of a line, by the marketplace's first one. */
  lineId(first_external_line_id: string): string
  requests: MoneyRequest[]
  now: Date
  /** Days within which goods that come back should have arrived. */
  return_arrival_days: number
}

const DAY_MS = 86_400_000

/**
 * What an order is worth to its seller, and what of it came back, was lost, or was paid back
 * without coming: the units of receipts or of granted requests, whichever are more.
 */
export function settledOrder(facts: SettledOrderFacts): SettledOrder {
  const { order, status } = facts
  const lines = ownLines(order).map(worthOf)
  const worth = lines.reduce(
    (sum, { price, discount }) => sum + price - discount,
    0
  )
  const refunded =
    status === "returned" ? worth : Math.min(refundedOf(facts), worth)
  return {
    status,
    currency_code: order.currency_code,
    placed_at: order.placed_at,
    owed_since:
      status === "succeeded"
        ? (order.delivered_at ?? order.external_updated_at)
        : null,
    price: lines.reduce((sum, { price }) => sum + price, 0),
    seller_discount: lines.reduce((sum, { discount }) => sum + discount, 0),
    buyer_total: order.money.total,
    quantity: lines.reduce((sum, { units }) => sum + units, 0),
    refunded,
    lost: unitsWorth(facts, ({ lost }) => lost),
    missing: missingOf(facts, refunded),
  }
}

/** Goods that this shop is paid for. */
function ownLines({ lines }: NeutralOrder): NeutralOrderLine[] {
  return lines.filter(({ fulfilled_by }) => fulfilled_by !== "other_seller")
}

/** Units that the marketplace did not cancel, and what they are worth. */
function worthOf(line: NeutralOrderLine) {
  const units = line.quantity - line.cancelled_quantity
  return {
    units,
    price: line.unit_price * units,
    discount: shareOf(line.seller_discount, units, line.quantity),
  }
}

function shareOf(amount: Amount, units: number, of: number): Amount {
  return of === 0 ? 0 : Math.round((amount * units) / of)
}

function unitWorth(line: NeutralOrderLine, units: number): Amount {
  return (
    line.unit_price * units -
    shareOf(line.seller_discount, units, line.quantity)
  )
}

function unitsWorth(
  { order, received, lineId }: SettledOrderFacts,
  units: (line: ReceivedLine) => number
): Amount {
  return ownLines(order).reduce((sum, line) => {
    const id = lineId(line.external_line_ids[0])
    const count = received
      .filter(({ line_id }) => line_id === id)
      .reduce((all, entry) => all + units(entry), 0)
    return sum + unitWorth(line, Math.min(count, line.quantity))
  }, 0)
}

function refundedOf(facts: SettledOrderFacts): Amount {
  const granted = facts.requests.filter(isPaidBack)
  return Math.max(
    unitsWorth(facts, unitsOf),
    granted.reduce((sum, request) => sum + worthOfRequest(facts, request), 0)
  )
}

/** A request is granted money once it is settled; a cancellation shows in the order itself. */
function isPaidBack({ kind, state }: MoneyRequest): boolean {
  return state === "settled" && (kind === "refund" || kind === "return")
}

function worthOfRequest(
  { order }: SettledOrderFacts,
  { lines, refund_amount }: MoneyRequest
): Amount {
  const units = ownLines(order).reduce((sum, line) => {
    const count = lines
      .filter(({ external_line_id }) =>
        line.external_line_ids.includes(external_line_id)
      )
      .reduce((all, { quantity }) => all + quantity, 0)
    return sum + unitWorth(line, Math.min(count, line.quantity))
  }, 0)
  return units || refund_amount || 0
}

/** Goods of granted returns that have not arrived although their days are over. */
function missingOf(facts: SettledOrderFacts, refunded: Amount): Amount {
  const { now, return_arrival_days } = facts
  const due = facts.requests
    .filter(
      (request) =>
        isPaidBack(request) &&
        bringsGoodsBack(request) &&
        now.getTime() - request.external_updated_at.getTime() >
          return_arrival_days * DAY_MS
    )
    .reduce((sum, request) => sum + worthOfRequest(facts, request), 0)
  return Math.max(Math.min(due, refunded) - unitsWorth(facts, unitsOf), 0)
}
