import { UnitPhase } from "../products/unit-moves"
import { CancelledBy, Item, isOwn, Order } from "./order"
import { FINAL, PATHS, rankOf, RawStatus } from "./statuses"

export class WrongTurn extends Error {
  constructor(order: Order, to: string) {
    super(`order ${order.code} is ${order.status} and cannot become ${to}`)
    this.name = "WrongTurn"
  }
}

/** How far the order is; of a side status, where the status is that it stands for. */
function rankOfOrder({ status, held_from }: Order): number {
  const stands_for: Partial<Record<RawStatus, RawStatus>> = {
    payment_review: "waiting_payment",
    paid: "queueing",
    holded: held_from === "paid" ? "queueing" : (held_from ?? "queueing"),
  }
  return rankOf(stands_for[status] ?? status)
}

const wayOf = (order: Order): readonly RawStatus[] =>
  PATHS[order.fulfillment_type].filter(
    (status) => rankOf(status) > rankOfOrder(order)
  )

/** The status after this one; null at the end of the path. */
export function nextStatus(order: Order): RawStatus | null {
  return FINAL.includes(order.status) ? null : (wayOf(order)[0] ?? null)
}

/**
 * The statuses on the way to another one, by the order's own model; a status of another
 * model is put in where it belongs. One beside the path is reached from where it happens:
 * `paid` and `holded` when the order waits for the seller, `returned` on the way.
 * @throws {WrongTurn} when the order is past it, or closed.
 */
export function stepsTo(order: Order, to: RawStatus): RawStatus[] {
  const way = wayOf(order)
  const before = (rank: number) => way.filter((one) => rankOf(one) < rank)
  if (to === "closed" && order.status !== "closed") {
    return ["closed"]
  }
  if (FINAL.includes(order.status)) {
    throw new WrongTurn(order, to)
  }
  switch (to) {
    case "canceled":
      throw new RangeError("an order is cancelled with cancel, not advance")
    case "payment_review":
      if (order.status === "waiting_payment") {
        return [to]
      }
      break
    case "paid":
    case "holded":
      if (order.shipped_at === null && order.status !== to) {
        return [...before(rankOf("queueing") + 1), to]
      }
      break
    case "returned":
      return [...before(rankOf("shipping") + 1), to]
    default:
      if (rankOf(to) > rankOfOrder(order)) {
        return [...before(rankOf(to)), to]
      }
  }
  throw new WrongTurn(order, to)
}

const isOpen = ({ confirmation }: Item) => confirmation === "waiting"

/** Items that the seller did not refuse are confirmed. */
function confirm(order: Order, now: number): Order {
  return {
    ...order,
    confirmed_at: order.confirmed_at ?? now,
    items: order.items.map((item) =>
      isOpen(item)
        ? {
            ...item,
            confirmation: order.is_fbt ? "confirmed" : "seller_confirmed",
            confirmed_at: now,
            warehouse_id: order.warehouse_id,
          }
        : item
    ),
  }
}

/** Takes the order to a status that {@link stepsTo} has named. @param now seconds, UTC. */
export function step(order: Order, to: RawStatus, now: number): Order {
  const changed: Order = {
    ...order,
    status: to,
    held_from: to === "holded" ? order.status : null,
    update_time: now,
    histories: [...order.histories, { status: to, at: now }],
  }
  switch (to) {
    case "picking":
      return confirm(changed, now)
    case "handover_to_partner":
    case "shipping":
      return { ...changed, shipped_at: order.shipped_at ?? now }
    case "delivered":
    case "successful_delivery":
      return { ...changed, delivered_at: now }
    default:
      return changed
  }
}

/**
 * The seller's answer: items listed can be sent, all others count as out of stock; the
 * order ends when none is left.
 */
export function answerItems(
  order: Order,
  item_ids: readonly number[],
  warehouse_id: number,
  now: number
): Order {
  const answered: Order = {
    ...order,
    warehouse_id,
    items: order.items.map((item) =>
      isOpen(item) && isOwn(order, item) && !item_ids.includes(item.id)
        ? { ...item, confirmation: "seller_canceled", confirmed_at: now }
        : item
    ),
  }
  const left = answered.items.some((item) => isOwn(order, item) && isOpen(item))
  return left
    ? step(answered, "picking", now)
    : cancel(answered, "seller", {}, now)
}

/** Why an order was cancelled; what is left out is the usual reason of that side. */
export type CancelReason = {
  reason_code?: string
  reason_text?: string
  comment?: string
}

const USUAL: Record<CancelledBy, Required<CancelReason>> = {
  buyer: {
    reason_code: "customer_changed_mind",
    reason_text: "Khách hàng không còn nhu cầu mua",
    comment: "",
  },
  seller: {
    reason_code: "seller_out_of_stock",
    reason_text: "Nhà bán hết hàng",
    comment: "",
  },
  tiki: {
    reason_code: "system_overdue",
    reason_text: "Hệ thống tự động huỷ do quá hạn xử lý",
    comment: "",
  },
}

/** @throws {WrongTurn} when it is closed or complete already. */
export function cancel(
  order: Order,
  by: CancelledBy,
  reason: CancelReason,
  now: number
): Order {
  if (FINAL.includes(order.status) || order.status === "complete") {
    throw new WrongTurn(order, "canceled")
  }
  return {
    ...step(order, "canceled", now),
    cancellation: { by, ...USUAL[by], ...reason, at: now },
  }
}

/** What an item does to the shelf; null when the order does not exist yet. */
export function itemPhase(order: Order | null, item: Item): UnitPhase {
  if (!order || !isOwn(order, item)) {
    return "none"
  }
  if (item.confirmation === "seller_canceled") {
    return "none"
  }
  if (order.shipped_at !== null) {
    return "gone"
  }
  return FINAL.includes(order.status) ? "none" : "reserved"
}
