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
 * True while a list has to fetch goods of a parcel that are still to leave the shop: parcels of
 * a split order go their own ways. What was packed before the list was made was fetched for it
 * already; what is packed since stays on it, as its goods are among those that it counts.
 */
export function parcelNeedsGoods(
  facts: Pick<ParcelFacts, "status" | "parcel_state" | "marks">,
  listed_at: Date
): boolean {
  const packedBefore = facts.marks.some(
    ({ kind, at }) => kind === "packed" && at < listed_at
  )
  return (
    facts.parcel_state !== "cancelled" &&
    !packedBefore &&
    furthestStep(facts.marks) !== "awaiting_collection" &&
    !needsNoGoods(parcelStatus(facts))
  )
}
