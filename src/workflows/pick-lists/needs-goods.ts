import { isCancelled, OrderStatus } from "../../domain/orders/order-status"
import { ParcelFacts, parcelStatus } from "../../domain/parcels/local-moves"
import { furthestStep } from "../../domain/parcels/shop-step"

const WITH_THE_CARRIER: readonly OrderStatus[] = [
  "awaiting_collection",
  "in_transit",
  "succeeded",
  "returning",
  "returned",
]

/** True for an order that is cancelled, or whose goods have left the shop. */
export function needsNoGoods(status: OrderStatus): boolean {
  return isCancelled(status) || WITH_THE_CARRIER.includes(status)
}

/**
 * True while goods of a parcel are still to leave the shop: parcels of a split order go their
 * own ways.
 */
export function parcelNeedsGoods(
  facts: Pick<ParcelFacts, "status" | "parcel_state" | "marks">
): boolean {
  return (
    facts.parcel_state !== "cancelled" &&
    furthestStep(facts.marks) !== "awaiting_collection" &&
    !needsNoGoods(parcelStatus(facts))
  )
}
