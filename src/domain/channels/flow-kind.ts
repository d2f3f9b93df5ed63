/**
 * Recurring work of a channel:
 *
 * - `recent_orders`: changed orders since the cursor, every poll interval.
 * - `wide_orders`: the last 24 hours once more, hourly.
 * - `open_orders`: open orders that nobody has read for six hours, by id.
 * - `history_orders`: once after connecting, the time before.
 * - `authorization`: renews the access token before it ends.
 * - `event_queue`: events of the queue that the marketplace keeps, every few seconds.
 * - `buyer_requests`: what buyers asked for since the cursor, every five minutes.
 * - `statements`: what was settled since, once a day.
 * - `delivered_payments`: once after a channel has ceased to wait for settlements.
 * - `stock`: listings whose stock may have changed, as soon as one is named.
 * - `stock_sweep`: every listing compared with the marketplace, hourly.
 */
export const FLOW_KINDS = [
  "recent_orders",
  "wide_orders",
  "open_orders",
  "history_orders",
  "authorization",
  "event_queue",
  "buyer_requests",
  "statements",
  "delivered_payments",
  "stock",
  "stock_sweep",
] as const
export type FlowKind = (typeof FLOW_KINDS)[number]
