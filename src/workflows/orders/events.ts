/** The Medusa orders of these channel orders have to follow: `{ ids: string[] }`. */
export const ORDERS_TO_SETTLE_EVENT = "marketplaces.orders_to_settle"
