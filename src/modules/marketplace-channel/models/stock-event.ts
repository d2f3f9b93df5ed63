import { model } from "@medusajs/framework/utils"

/** Something that was noticed about a cell, or done to its rules; append-only, it explains the number of today. */
const StockEvent = model
  .define("marketplace_stock_event", {
    id: model.id({ prefix: "mpsev" }).primaryKey(),
    channel_id: model.text(),
    listing_id: model.text(),
    /** Empty for what is said of the listing as a whole. */
    warehouse_external_id: model.text(),
    /** One of `STOCK_EVENT_KINDS`. */
    kind: model.text(),
    units: model.number(),
    /** Numbers that explain it, for example what was expected and what was seen. */
    params: model.json(),
    /** The user who did it; null for what was noticed. */
    actor: model.text().nullable(),
    at: model.dateTime(),
  })
  .indexes([
    { name: "IDX_marketplace_stock_event_listing", on: ["listing_id", "at"] },
    { name: "IDX_marketplace_stock_event_at", on: ["at"] },
  ])

export default StockEvent
