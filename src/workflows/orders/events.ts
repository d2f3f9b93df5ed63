/** The Medusa orders of these channel orders have to follow: `{ ids: string[] }`. */
export const ORDERS_TO_SETTLE_EVENT = "marketplaces.orders_to_settle"

/** Wakes a worker for orders that have to be read again; the rows say which. */
export const ORDERS_NUDGED_EVENT = "marketplaces.orders_nudged"
