/**
 * Why a parcel's shipment is not for the seller to arrange, or not now:
 *
 * - `unpaid`, `on_hold`, `buyer_cancel_requested`: it may be later.
 * - `cancelled`: the parcel does not go out any more.
 * - `in_other_parcels`: the order was split or combined; its goods are in other parcels.
 * - `fulfilled_by_marketplace`: the marketplace sends the goods itself.
 * - `own_carrier`: the seller's own carrier takes it; its number is entered at the marketplace.
 * - `past_arranging`: the order has another status, `params.status` in the marketplace's word.
 * - `no_parcel`: the marketplace has made no parcel of the order yet.
 * - `unknown_order`: the marketplace does not know the order.
 * - `not_understood`: what it says of the order cannot be read, `params.detail` in English.
 * - `not_said`: it gives no reason.
 */
export const SHIPMENT_HINDRANCES = [
  "unpaid",
  "on_hold",
  "buyer_cancel_requested",
  "cancelled",
  "in_other_parcels",
  "fulfilled_by_marketplace",
  "own_carrier",
  "past_arranging",
  "no_parcel",
  "unknown_order",
  "not_understood",
  "not_said",
] as const

export type ShipmentHindrance = {
  code: (typeof SHIPMENT_HINDRANCES)[number]
  params?: { status?: string; detail?: string }
}
