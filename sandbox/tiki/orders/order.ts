import { JsonObject } from "../../../src/domain/shared/json"
import { Person } from "../../shared/people"
import { FulfillmentType, RawStatus } from "./statuses"

export type ConfirmationStatus =
  | "waiting"
  | "seller_confirmed"
  | "seller_canceled"
  | "confirmed"
  | "ready_to_pick"

/** One `items[]` entry. Amounts in đồng. */
export type Item = {
  readonly id: number
  readonly product_id: number
  /** Another seller's when it is not the order's own: such items leak in. */
  readonly seller: { readonly id: number; readonly name: string }
  readonly name: string
  readonly sku: string
  readonly original_sku: string
  readonly master_id: number
  readonly super_id: number
  readonly inventory_type: string
  readonly picture: string
  readonly price: number
  readonly quantity: number
  /** Of the whole line. */
  readonly seller_discount: number
  readonly platform_discount: number
  /** Paid with Tiki's own coins. */
  readonly tikixu: number
  readonly is_gift: boolean
  readonly confirmation: ConfirmationStatus
  readonly confirmed_at: number | null
  readonly warehouse_id: number | null
}

export type CancelledBy = "buyer" | "seller" | "tiki"

/** An order as the twin keeps it; never changed, only replaced. Times in seconds, UTC. */
export type Order = {
  readonly code: string
  readonly id: number
  readonly seller_id: number
  readonly status: RawStatus
  /** Where a held order goes on. */
  readonly held_from: RawStatus | null
  readonly fulfillment_type: FulfillmentType
  /** The goods lie with Tiki. */
  readonly is_fbt: boolean
  readonly payment_method: string
  readonly is_cod: boolean
  /** Parts of one basket share it; null for an order by itself. */
  readonly basket_code: string | null
  /** The order this one replaces. */
  readonly replaces: string | null
  readonly replaced_by: string | null
  readonly customer_id: number
  readonly person: Person
  readonly items: readonly Item[]
  readonly shipping: {
    /** What the buyer pays. */
    readonly fee: number
    /** Taken off before that. */
    readonly discount: number
    /** The seller's share of the discount; the rest is Tiki's. */
    readonly seller_subsidy: number
  }
  /** Where the seller's goods are reserved, and leave from. */
  readonly warehouse_id: number
  readonly histories: readonly {
    readonly status: RawStatus
    readonly at: number
  }[]
  readonly create_time: number
  readonly update_time: number
  readonly confirmed_at: number | null
  readonly shipped_at: number | null
  readonly delivered_at: number | null
  readonly failed_attempts: number
  readonly cancellation: {
    readonly by: CancelledBy
    readonly reason_code: string
    readonly reason_text: string
    readonly comment: string
    readonly at: number
  } | null
  /** Laid over the answer; `null` takes a field out. */
  readonly overrides: JsonObject
  /** Answers that hold this order are not checked against the OpenAPI description. */
  readonly off_contract: boolean
}

/** The status as answers show it, which an edit may have laid over. */
export function shownStatus({ status, overrides }: Order): string {
  return typeof overrides.status === "string" ? overrides.status : status
}

export const isOwn = ({ seller_id }: Order, { seller }: Item) =>
  seller.id === seller_id

/** The seller's own goods. */
export const ownItems = (order: Order) =>
  order.items.filter((item) => isOwn(order, item))
