/** A discount or surcharge; amounts in the currency's major unit, for the whole line. */
export type DraftAdjustment = {
  /** Positive lowers the price, negative raises it. */
  amount: number
  /** `seller_discount`, `platform_discount`, `other`; never a promotion code. */
  description: string
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
  /** The carrier collects; captured when the order succeeds. */
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
  sales_channel_id: string
  region_id: string | null
  /** Lower case. */
  currency_code: string
  /** Major unit; what the items, shipping and adjustments must sum up to. */
  total: number
  shipping_address: DraftAddress | null
  items: DraftItem[]
  shipping_method: {
    id: string
    name: string
    amount: number
    shipping_option_id: string | null
    adjustments: DraftAdjustment[]
  } | null
  reservations: DraftReservation[]
  payment: DraftPayment
  metadata: Record<string, string>
}
