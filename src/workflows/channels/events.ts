/** A shop was connected, or connected again: `{ id }` of the channel. */
export const CHANNEL_CONNECTED_EVENT = "marketplaces.channel_connected"
/**
 * A channel's name, settings or state changed: `{ id, moves_stock, actor }`; `moves_stock` is
 * false when no number on the marketplace can be another because of it, `actor` the user.
 */
export const CHANNEL_UPDATED_EVENT = "marketplaces.channel_updated"
/** A channel was disconnected: `{ id }`. */
export const CHANNEL_DISCONNECTED_EVENT = "marketplaces.channel_disconnected"
