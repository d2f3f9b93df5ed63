/** What a marketplace's message asks us to look at; it is never believed, only followed up. */
export type MessageEffect =
  | { kind: "orders_changed"; order_external_ids: string[] }
  /** Buyers asked for something about these orders, or an answer to it changed. */
  | { kind: "requests_changed"; order_external_ids: string[] }
  | { kind: "listings_changed"; product_external_ids: string[] }
  | { kind: "deauthorized" }
  | { kind: "authorization_expiring" }
  | { kind: "none" }
