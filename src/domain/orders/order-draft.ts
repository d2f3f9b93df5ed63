/** A discount or surcharge; amounts in the currency's major unit, for the whole line. */
export type DraftAdjustment = {
  /** Positive lowers the price, negative raises it. */
  amount: number
  /** Never a promotion code: Medusa deletes adjustments that carry one. */
  description: DraftAdjustmentKind
}

/**
 * `cancelled_units`: what the stated total still counts for units that are cancelled.
 * `other`: the rest of the marketplace's total that nothing else explains, for example
 * a handling fee.
 */
export type DraftAdjustmentKind =
  "seller_discount" | "platform_discount" | "cancelled_units" | "other"

/**
 * Medusa allows one adjustment per shipping method (unique index on version and
 * method), so every further one has a method of its own; amounts sum up to the fee.
 */
export type DraftShippingMethod = {
  id: string
  name: string
  /** Tax included, major unit. */
  amount: number
  shipping_option_id: string | null
  /** At most one. */
  adjustments: DraftAdjustment[]
}

export type DraftItem = {
  id: string
  /** Null when the item has no effect on stock. */
  variant_id: string | null
  product_id: string | null
  title: string
  subtitle: string | null
  product_title: string | null
  variant_title: string | null
  variant_sku: string | null
  thumbnail: string | null
  quantity: number
  /** Tax included, major unit. */
  unit_price: number
  adjustments: DraftAdjustment[]
  metadata: Record<string, string | string[]>
}

/** Units kept for one line; ids are fixed before the first call, so repeating changes nothing. */
export type DraftReservation = {
  id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  /** Inventory units: line quantity × units the variant needs of the item. */
  quantity: number
  /** The marketplace order id, for people reading the reservation list. */
  external_id: string
}

export type DraftPayment =
  | {
      kind: "captured"
      /** Major unit. */
      amount: number
      collection_id: string
      session_id: string
      payment_id: string
      capture_id: string
      captured_at: Date
    }
  /** Prepaid, and not paid yet: captured by a later copy that says so. */
  | { kind: "awaiting_payment"; amount: number; collection_id: string }
  /** The carrier collects; captured when the order succeeds, or later when it is settled. */
  | { kind: "cash_on_delivery"; amount: number; collection_id: string }
  /** A completed collection of 0 without a payment. */
  | { kind: "nothing_owed"; collection_id: string }
  /** Cancelled before it was imported: no money ever moved here. */
  | { kind: "none" }

export type DraftAddress = {
  first_name: string | null
  last_name: string | null
  phone: string | null
  address_1: string | null
  address_2: string | null
  city: string | null
  province: string | null
  postal_code: string | null
  country_code: string | null
}

/**
 * A Medusa order to be made, complete: every id is chosen, nothing is left to look up.
 * Making it twice makes it once.
 */
export type OrderDraft = {
  channel_order_id: string
  order_id: string
  /** `custom_display_id`, for example `TTS-578000000000000001`. */
  display_id: string
  status: "pending" | "canceled"
  /** Shown as the order's date; the moment of the import when left out. */
  placed_at?: Date
  sales_channel_id: string
  region_id: string | null
  /** Lower case. */
  currency_code: string
  /** Major unit; what the items, shipping and adjustments must sum up to. */
  total: number
  shipping_address: DraftAddress | null
  items: DraftItem[]
  /** At least one: fulfilment takes its shipping option. */
  shipping_methods: [DraftShippingMethod, ...DraftShippingMethod[]]
  reservations: DraftReservation[]
  payment: DraftPayment
  metadata: Record<string, string>
}
