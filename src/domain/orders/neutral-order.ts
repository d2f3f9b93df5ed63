import { Amount } from "../shared/amount"
import { OrderFlag, OrderStatus } from "./order-status"

/**
 * What a raw status means by itself, from the provider's table.
 * `cancelled` and `completed` still need the order's history to become a status.
 */
export type StatusMeaning =
  | { kind: "status"; status: OrderStatus }
  | { kind: "completed" }
  | { kind: "cancelled" }
  | { kind: "not_yet_with_seller" }
  | { kind: "unknown" }

/** Units of one SKU at one price; several marketplace lines of one unit each become one. */
export type NeutralOrderLine = {
  /** The marketplace's line ids, smallest first; the first one names the line. */
  external_line_ids: string[]
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  image_url: string | null
  quantity: number
  /** Units of `quantity` that the marketplace has cancelled. */
  cancelled_quantity: number
  /**
   * Of `external_line_ids` those of the cancelled units, where the marketplace names each;
   * left out where nothing is cancelled, or where it only counts.
   */
  cancelled_line_ids?: string[]
  /** Price of one unit before any discount, tax included. */
  unit_price: Amount
  /** Of the whole line. */
  seller_discount: Amount
  /** Of the whole line. */
  platform_discount: Amount
  is_gift: boolean
  /** Whose goods these are; only the seller's own leave the shop's stock. */
  fulfilled_by: "seller" | "marketplace" | "other_seller"
  /**
   * For a bundle: the SKUs that one unit of it is made of. They tell which stock it takes
   * when the bundle's own listing is not linked to a kit.
   */
  components?: NeutralOrderComponent[]
}

export type NeutralOrderComponent = {
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  /** Units of this SKU in one bundle. */
  quantity: number
}

/**
 * - `to_arrange`: the seller has to arrange its shipment first.
 * - `arranged`: waits for the carrier; its waybill can be printed.
 * - `collected`, `delivered`: the carrier has it, or the buyer.
 * - `cancelled`: it will not go out, or was lost on its way.
 */
export const PARCEL_STATES = [
  "to_arrange",
  "arranged",
  "collected",
  "delivered",
  "cancelled",
] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

export type NeutralParcel = {
  external_id: string
  state: ParcelState
  /** The marketplace's own word. */
  raw_status: string | null
  tracking_number: string | null
  /** Numbers of the parts of its way and of the way back, which may be on its waybills too. */
  leg_numbers?: {
    pickup: string | null
    delivery: string | null
    return: string | null
  }
  carrier: string | null
  /** This order's units in it; a combined parcel holds those of other orders too. */
  external_line_ids: string[]
}

/** The buyer's side of the money; `total` is what the buyer pays. */
export type OrderMoney = {
  /** Sum of the units before discounts. */
  subtotal: Amount
  seller_discount: Amount
  platform_discount: Amount
  /** Before its discounts. */
  shipping_fee: Amount
  shipping_seller_discount: Amount
  shipping_platform_discount: Amount
  tax: Amount
  total: Amount
}

/** As given: masked parts stay masked, missing parts stay null. */
export type Recipient = {
  name: string | null
  phone: string | null
  address_1: string | null
  address_2: string | null
  city: string | null
  province: string | null
  postal_code: string | null
  /** ISO 3166-1 alpha-2, lower case. */
  country_code: string | null
  full_address: string | null
}

/** An order, as any marketplace describes it. All times UTC. */
export type NeutralOrder = {
  external_id: string
  raw_status: string
  meaning: StatusMeaning
  placed_at: Date
  external_updated_at: Date
  paid_at: Date | null
  /** ISO 4217, lower case. */
  currency_code: string
  payment: "prepaid" | "cod"
  kind: "sale" | "sample" | "replacement"
  /** The order this one replaces. */
  original_external_id: string | null
  warehouse_external_id: string | null
  buyer: {
    external_id: string | null
    /** A relay address of the marketplace. */
    email: string | null
    message: string | null
  }
  recipient: Recipient | null
  money: OrderMoney
  lines: NeutralOrderLine[]
  parcels: NeutralParcel[]
  /** Proof of what has happened. */
  arranged_at: Date | null
  /** The carrier has the goods. */
  collected_at: Date | null
  delivered_at: Date | null
  cancelled_at: Date | null
  cancellation: {
    initiator: "seller" | "buyer" | "system"
    reason: string | null
  } | null
  /** Whether the seller still has to confirm the order; null where nobody asks for that. */
  seller_confirmation: "waiting" | "confirmed" | "refused" | null
  deadlines: {
    /** Until when the seller has to do what comes next: confirm, or hand the goods over. */
    ship_by: Date | null
    collect_by: Date | null
    deliver_by: Date | null
    cancel_at: Date | null
  }
  flags: OrderFlag[]
}
