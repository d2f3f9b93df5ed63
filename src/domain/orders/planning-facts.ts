import { ChannelSettings } from "../channels/channel-settings"

/** A Medusa variant, as far as an order line needs it. */
export type VariantFacts = {
  id: string
  product_id: string
  product_title: string
  variant_title: string
  sku: string | null
  thumbnail: string | null
  /** False: sold without counting. */
  manage_inventory: boolean
  /** What one unit takes; several items make a kit. */
  inventory: { inventory_item_id: string; required_quantity: number }[]
  deleted: boolean
}

/** A downloaded listing. */
export type ListingFacts = {
  /** Null while the listing is not linked. */
  variant: VariantFacts | null
  title: string
  /** The marketplace no longer lists it. */
  gone?: boolean
}

/** Everything planning needs to know beside the order. */
export type PlanningFacts = {
  settings: ChannelSettings
  /** Put before the marketplace order id, for example `TTS`. */
  display_prefix: string
  sales_channel: { id: string; disabled: boolean }
  /** Currencies of the store, lower case. */
  store_currencies: string[]
  region_id: string | null
  /** Downloaded listings by external SKU id; those missing were never downloaded. */
  listings: ReadonlyMap<string, ListingFacts>
  /** See `OrderIdentities.reservationId`. */
  reservation_generation: number
  /**
   * Where goods leave from when the order names no warehouse, or nothing is mapped yet.
   * Null when that would be a guess.
   */
  default_location_id: string | null
  shipping_option_id_by_location?: Record<string, string>
}
