/** What a marketplace's message asks us to look at; it is never believed, only followed up. */
export type MessageEffect =
  | { kind: "orders_changed"; order_external_ids: string[] }
  /** Buyers asked for something about these orders, or an answer to it changed. */
  | { kind: "requests_changed"; order_external_ids: string[] }
  /** Something about these products changed; a number that was refused may be taken now. */
  | { kind: "listings_changed"; product_external_ids: string[] }
  /** The marketplace's numbers of these SKUs changed, by somebody else's doing. */
  | { kind: "stock_changed"; sku_external_ids: string[] }
  | { kind: "deauthorized" }
  | { kind: "authorization_expiring" }
  | { kind: "none" }
