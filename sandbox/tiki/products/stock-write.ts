/** Somebody set the units of a product in a warehouse, or wanted to. */
export type StockWrite = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** The app by updateSku, or the seller by hand. */
  readonly by: "app" | "seller"
  /** The parent of the variants, or the product itself. */
  readonly product_id: string
  /** The offer, whose stock it is. */
  readonly sku_id: string
  readonly warehouse_id: string
  /** The number as it was sent; null for a warehouse that the call left out. */
  readonly asked: number | null
  /** Units for sale before and after. */
  readonly before: number
  readonly after: number
  /** Units on the shelf, those of open orders included. */
  readonly on_hand_before: number
  readonly on_hand_after: number
  /** Units of open orders at that moment, and all that were ever sold and not cancelled. */
  readonly committed: number
  readonly sold: number
  /** `ignored`: answered "approved", without effect. */
  readonly outcome: "done" | "ignored" | "refused"
  /** Why it was refused. */
  readonly reason: string | null
}

/** By hand, in one warehouse (default the product's first). */
export type StockEdit = {
  warehouse_id?: number
  /** Sets what is on the shelf, units of open orders included. */
  available?: number
  /** Raises it, or lowers it when negative; never below zero. */
  change?: number
  locked_by_campaign?: boolean
  /** Writes of the app are approved and change nothing. */
  ignores_writes?: boolean
}
