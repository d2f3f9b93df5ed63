import { model } from "@medusajs/framework/utils"

/** Where a listing stands with its stock, over all its warehouses. */
const ListingStock = model
  .define("marketplace_listing_stock", {
    id: model.id({ prefix: "mpstk" }).primaryKey(),
    channel_id: model.text(),
    listing_id: model.text(),
    /** One of `STOCK_STATES`. */
    state: model.text(),
    /** `StockReason`: why, where the state needs one. */
    reason: model.json().nullable(),
    /** Writes that failed one after the other. */
    failures: model.number().default(0),
    /**
     * Since when a campaign holds the number; null once a write was taken, or what is shown is
     * what should be. Trying again, or a pause, does not end it.
     */
    locked_since: model.dateTime().nullable(),
    /**
     * Since when what is shown differs from what should be, of the change that has not arrived
     * yet; null while they agree.
     */
    behind_since: model.dateTime().nullable(),
    looked_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_listing_stock_listing",
      on: ["listing_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_listing_stock_state",
      on: ["channel_id", "state"],
    },
    {
      name: "IDX_marketplace_listing_stock_behind",
      on: ["channel_id", "behind_since"],
      where: "behind_since IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_listing_stock_order",
      on: ["behind_since", "listing_id"],
    },
  ])

export default ListingStock
