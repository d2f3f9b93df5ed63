/** A listing was linked: `{ id, channel_id, external_sku_id, variant_id }`. */
export const LISTING_LINKED_EVENT = "marketplaces.listing_linked"
/** A link was removed: `{ id, channel_id, external_sku_id, variant_id }`, the variant it had. */
export const LISTING_UNLINKED_EVENT = "marketplaces.listing_unlinked"
