import { model } from "@medusajs/framework/utils"

/** A full comparison of a channel's listings with the marketplace, and what it found. */
const StockSweep = model
  .define("marketplace_stock_sweep", {
    id: model.id({ prefix: "mpswp" }).primaryKey(),
    channel_id: model.text(),
    started_at: model.dateTime(),
    /** Null while it is under way. */
    finished_at: model.dateTime().nullable(),
    /** Listings that were read, that agreed, that were put right, and the rest. */
    compared: model.number().default(0),
    equal: model.number().default(0),
    repaired: model.number().default(0),
    /** Those that differ for a known reason: paused, locked, refused, waiting. */
    explained: model.number().default(0),
    unexplained: model.number().default(0),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_sweep_channel",
      on: ["channel_id", "started_at"],
    },
  ])

export default StockSweep
