import { model } from "@medusajs/framework/utils"

/** "Look at this listing's stock": one row per listing however often that was said. */
const StockNudge = model
  .define("marketplace_stock_nudge", {
    id: model.id({ prefix: "mpsnud" }).primaryKey(),
    channel_id: model.text(),
    listing_id: model.text(),
    /** Raised by every repeat; the row is cleared only if it has not moved meanwhile. */
    counter: model.number().default(1),
    /** One of `STOCK_CAUSES`: the strongest that was named since the last look. */
    cause: model.text(),
    /** The user who asked for it; null when nobody did. */
    actor: model.text().nullable(),
    /** When stock changed for the first time since the last look; lag counts from here. */
    since: model.dateTime(),
    due_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_nudge_listing",
      on: ["listing_id"],
      unique: true,
    },
    { name: "IDX_marketplace_stock_nudge_due", on: ["channel_id", "due_at"] },
  ])

export default StockNudge
