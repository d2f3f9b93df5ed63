import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  FulfillmentWorkflowEvents,
  InventoryLevelWorkflowEvents,
  OrderWorkflowEvents,
  ReservationItemWorkflowEvents,
} from "@medusajs/framework/utils"
import { transform, WorkflowData } from "@medusajs/framework/workflows-sdk"
import { MoveOutcome } from "./move-orders"

const withId = (ids: string[]) => ids.map((id) => ({ id }))
const silent = (ids: string[]) =>
  ids.map((id) => ({ id, no_notification: true }))

/** What core's three workflows announce, with `no_notification` wherever it is taken. */
export function emitMoveEvents(outcome: WorkflowData<MoveOutcome>): void {
  const events = transform({ outcome }, ({ outcome }) => ({
    fulfilled: outcome.fulfilled.map((row) => ({
      ...row,
      no_notification: true,
    })),
    shipped: silent(outcome.shipped_fulfillment_ids),
    delivered: silent(outcome.delivered_fulfillment_ids),
    levels: withId([...new Set(outcome.effect.level_ids)]),
    lowered: withId(outcome.effect.lowered_reservation_ids),
    ended: withId(outcome.effect.ended_reservation_ids),
  }))
  emitEventStep({
    eventName: OrderWorkflowEvents.FULFILLMENT_CREATED,
    data: events.fulfilled,
  }).config({ name: "marketplaces-emit-fulfillment-created" })
  emitEventStep({
    eventName: FulfillmentWorkflowEvents.SHIPMENT_CREATED,
    data: events.shipped,
  }).config({ name: "marketplaces-emit-shipment-created" })
  emitEventStep({
    eventName: FulfillmentWorkflowEvents.DELIVERY_CREATED,
    data: events.delivered,
  }).config({ name: "marketplaces-emit-delivery-created" })
  emitEventStep({
    eventName: InventoryLevelWorkflowEvents.UPDATED,
    data: events.levels,
  }).config({ name: "marketplaces-emit-inventory-level-updated" })
  emitEventStep({
    eventName: ReservationItemWorkflowEvents.UPDATED,
    data: events.lowered,
  }).config({ name: "marketplaces-emit-reservation-item-updated" })
  emitEventStep({
    eventName: ReservationItemWorkflowEvents.DELETED,
    data: events.ended,
  }).config({ name: "marketplaces-emit-reservation-item-deleted" })
}
