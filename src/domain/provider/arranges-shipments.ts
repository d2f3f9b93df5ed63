import { LocalizedText } from "../shared/localized-text"
import { ChannelAccess } from "./channel-access"
import { MarketplaceError } from "./marketplace-error"
import { MarketplaceProvider } from "./marketplace-provider"
import { ShipmentHindrance } from "./shipment-hindrance"

/** A parcel as a call names it. */
export type ParcelKey = {
  /** The marketplace's parcel id. */
  external_id: string
  /** Orders with units in it, by the marketplace's ids. */
  order_external_ids: string[]
}

export const HANDOVER_METHODS = ["pickup", "drop_off"] as const
export type HandoverMethod = (typeof HANDOVER_METHODS)[number]

/** A time in which the carrier may come. */
export type HandoverSlot = {
  /** Handed back as it is. */
  value: string
  label: LocalizedText
}

/** Where a parcel's shipment stands, as of a fresh read. */
export type ShipmentOffer = {
  parcel: ParcelKey
  /**
   * `to_arrange`: may be arranged now. `arranged`: was, by whomever. `not_yet`: on hold, or an
   * open request of the buyer stands in the way. `not_offered`: not the seller's to arrange (any more).
   */
  state: "to_arrange" | "arranged" | "not_yet" | "not_offered"
  /** Why it is `not_yet` or `not_offered`, where the marketplace gives a reason. */
  reason: ShipmentHindrance | null
  tracking_number: string | null
}

/** What the seller may choose for parcels like this one. */
export type HandoverChoice = {
  /** Methods that have an effect; one or none means that there is nothing to choose. */
  methods: HandoverMethod[]
  pickup_slots: HandoverSlot[]
}

export type ShipmentWish = {
  /** Null for the marketplace's or the warehouse's own setting. */
  handover: HandoverMethod | null
  /** A {@link HandoverSlot.value}; null for the marketplace's choice. */
  pickup_slot: string | null
}

/** What became of one parcel; `error` says why it was not arranged. */
export type ShipmentOutcome =
  | { parcel: ParcelKey; ok: true }
  | { parcel: ParcelKey; ok: false; error: MarketplaceError }

/** Optional: the seller tells the marketplace that parcels are ready to be fetched. */
export interface ArrangesShipments {
  /** Most parcels that one call arranges. */
  readonly shipment_batch_size: number
  /** Reads afresh; parcels unknown to the marketplace are `not_offered`. */
  readShipmentOffers(
    access: ChannelAccess,
    parcels: ParcelKey[]
  ): Promise<ShipmentOffer[]>
  /** What there is to choose from for a parcel that is still to be arranged. */
  readHandoverChoice(
    access: ChannelAccess,
    parcel: ParcelKey
  ): Promise<HandoverChoice>
  /**
   * Arranges parcels that were read as `to_arrange` just before, with one call that is never
   * repeated here. Every parcel is in the answer.
   * @throws {MarketplaceError} of the call as a whole; `outcome_unknown` when the answer was
   * lost: read the offers again.
   */
  arrangeShipments(
    access: ChannelAccess,
    parcels: ParcelKey[],
    wish: ShipmentWish
  ): Promise<ShipmentOutcome[]>
}

export function arrangesShipments(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & ArrangesShipments {
  return (
    "arrangeShipments" in provider &&
    typeof provider.arrangeShipments === "function" &&
    "readShipmentOffers" in provider &&
    typeof provider.readShipmentOffers === "function"
  )
}
