import { JsonObject } from "../../../src/domain/shared/json"
import { badRequest, refused } from "../api-error"
import { ownItems, Order } from "../orders/order"
import { pickupWarehouses } from "../sellers"
import { readTime, startOfDay, writeTime } from "../tiki-time"
import { Endpoint, SellerContext } from "./endpoint"
import { findOrder, showOrder } from "./orders"

/** @throws {ApiError} 422 unless the seller still has to answer. */
function checkWaiting(order: Order): void {
  const waiting =
    ["queueing", "paid"].includes(order.status) &&
    ownItems(order).some(({ confirmation }) => confirmation === "waiting")
  if (!waiting) {
    throw refused(`The order is ${order.status} and cannot be confirmed`)
  }
}

/** Left out, the seller's primary one. @throws {ApiError} 422 */
function readWarehouse({ seller, body }: SellerContext): number {
  const pickup = pickupWarehouses(seller)
  const { seller_inventory_id: id } = body
  const warehouse =
    id === undefined || id === null
      ? pickup[0]
      : pickup.find((one) => one.id === id)
  if (!warehouse) {
    throw refused("seller_inventory_id is invalid")
  }
  return warehouse.id
}

/** An empty list, or one with an id that is not the order's, cancels the order for good. */
function confirmItems(context: SellerContext): object {
  const { twin, body } = context
  const order = findOrder(context)
  if (order.fulfillment_type === "dropship" || order.is_fbt) {
    throw refused("This call does not take orders of this fulfillment type")
  }
  checkWaiting(order)
  const ids = body.available_item_ids
  if (!Array.isArray(ids)) {
    throw badRequest("available_item_ids has to be a list")
  }
  const known = ownItems(order).map(({ id }) => id)
  const right = ids.every((id) => known.some((one) => one === id))
  const answered = twin.orders.answer(
    order.code,
    right ? ids.map(Number) : [],
    readWarehouse(context)
  )
  return showOrder(context, answered)
}

function confirmDropship(context: SellerContext): object {
  const { twin, body } = context
  const order = findOrder(context)
  if (order.fulfillment_type !== "dropship") {
    throw refused("This call takes dropship orders only")
  }
  checkWaiting(order)
  const { confirmation_status: answer, expected_pickup_time: time } = body
  if (answer !== "seller_confirmed" && answer !== "seller_canceled") {
    throw badRequest("confirmation_status is invalid")
  }
  if (time !== undefined && time !== null && readTime(String(time)) === null) {
    throw badRequest("expected_pickup_time is invalid")
  }
  const ids =
    answer === "seller_confirmed" ? ownItems(order).map(({ id }) => id) : []
  const answered = twin.orders.answer(order.code, ids, readWarehouse(context))
  return showOrder(context, answered)
}

/** Mornings and afternoons of the next two days. */
function pickupSlots({ twin, seller }: SellerContext): object {
  const today = startOfDay(twin.clock.seconds())
  const slots = [1, 2].flatMap((day): JsonObject[] =>
    [8, 14].map((hour) => {
      const time = writeTime(today + day * 86_400 + hour * 3600)
      const name = hour < 12 ? "Sáng" : "Chiều"
      return {
        expected_pickup_slot: `${name} ${time.slice(8, 10)}/${time.slice(5, 7)} (${hour}h - ${hour + 4}h)`,
        expected_pickup_time: time,
      }
    })
  )
  return { seller_id: seller.id, pickup_slots: slots }
}

const CANCELLING = ["out_of_needs", "out_of_stock"]

function updateDelivery(context: SellerContext): object {
  const { twin, body } = context
  const order = findOrder(context)
  if (order.fulfillment_type !== "seller_delivery") {
    throw refused("This call takes seller_delivery orders only")
  }
  if (order.status !== "shipping" && order.status !== "picking") {
    throw refused(`The order is ${order.status} and cannot be delivered`)
  }
  const { status, failure_cause: cause, appointment_date } = body
  const { code } = order
  if (status === "successful_delivery") {
    return showOrder(context, twin.orders.advance(code, status))
  }
  if (status !== "failed_delivery") {
    throw badRequest("status is invalid")
  }
  if (CANCELLING.includes(String(cause))) {
    const by = cause === "out_of_stock" ? "seller" : "buyer"
    const reason = { reason_code: String(cause) }
    return showOrder(context, twin.orders.cancel(code, by, reason))
  }
  if (cause !== "redelivery_appointment" || !appointment_date) {
    throw badRequest("failure_cause or appointment_date is invalid")
  }
  return showOrder(context, twin.orders.failAttempt(code))
}

const common = { scope: "order", level: "seller" } as const
const orders = "/integration/v2/orders"

export const confirmationEndpoints: Endpoint[] = [
  {
    ...common,
    method: "POST",
    template: `${orders}/{code}/confirm-available`,
    answer: confirmItems,
  },
  {
    ...common,
    method: "GET",
    template: `${orders}/dropship/expected-pickup-slots`,
    answer: pickupSlots,
  },
  {
    ...common,
    method: "POST",
    template: `${orders}/{code}/dropship/confirm-available`,
    answer: confirmDropship,
  },
  {
    ...common,
    method: "POST",
    template: `${orders}/{code}/seller-delivery/update-delivery`,
    answer: updateDelivery,
  },
]
