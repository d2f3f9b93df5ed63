/** Somebody wanted to set what a SKU has for sale at a warehouse. */
export type StockWrite = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** The app by its API, or the seller by hand. */
  readonly by: "app" | "seller"
  readonly product_id: string
  readonly sku_id: string
  readonly warehouse_id: string
  readonly asked: number
  /** Units for sale before and after. */
  readonly before: number
  readonly after: number
  /** Units of open orders at that moment, and all that were ever sold and not cancelled. */
  readonly committed: number
  readonly sold: number
  /** `ignored`: answered as done, without effect. */
  readonly outcome: "done" | "ignored" | "refused"
  /** Why it was refused. */
  readonly code: number | null
}
