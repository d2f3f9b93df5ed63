import { DEFAULT_RETURN_ARRIVAL_DAYS } from "../../../domain/channels/channel-settings"

/** How long goods of a channel may be on their way back; more than a century is for ever. */
const arrivalTime = (channel_id: string) =>
  `make_interval(days => COALESCE(
     (SELECT LEAST((channel.settings->>'return_arrival_days')::numeric, 36500)
        FROM marketplace_channel AS channel WHERE channel.id = ${channel_id}),
     ${DEFAULT_RETURN_ARRIVAL_DAYS})::int)`

/**
 * SQL condition on a buyer's request `request`: it was granted, its goods should be back by
 * now, counted from when the marketplace last changed it, and nobody has scanned them in.
 */
export const OVERDUE_REQUEST = `(
  request.deleted_at IS NULL AND request.received_at IS NULL
  AND request.kind IN ('return', 'replacement')
  AND request.state IN ('approved', 'shipped_back', 'settled')
  AND request.external_updated_at < now() - ${arrivalTime("request.channel_id")}
  AND NOT EXISTS (
    SELECT 1 FROM marketplace_channel_order AS back
     WHERE back.id = request.channel_order_id AND back.status = 'returned'))`

/**
 * SQL giving ids of channel orders whose goods should be back by now: those with an overdue
 * request, and those that come back undelivered.
 */
export const ORDERS_WITH_OVERDUE_GOODS = `
  SELECT undelivered.id FROM marketplace_channel_order AS undelivered
   WHERE undelivered.deleted_at IS NULL AND undelivered.status = 'returning'
     AND undelivered.import_state <> 'ignored'
     AND undelivered.status_rule IS DISTINCT FROM 'all_units_coming_back'
     AND undelivered.external_updated_at < now() - ${arrivalTime("undelivered.channel_id")}
   UNION ALL
  SELECT request.channel_order_id FROM marketplace_buyer_request AS request
   WHERE request.channel_order_id IS NOT NULL AND ${OVERDUE_REQUEST}`
