import { model } from "@medusajs/framework/utils"

/** One listing in one marketplace warehouse: what was seen, what is remembered, what is wanted. */
const StockCell = model
  .define("marketplace_stock_cell", {
    id: model.id({ prefix: "mpcell" }).primaryKey(),
    channel_id: model.text(),
    listing_id: model.text(),
    external_sku_id: model.text(),
    warehouse_external_id: model.text(),
    /** Where the goods are; null for a warehouse that is not mapped, whose number is left alone. */
    stock_location_id: model.text().nullable(),
    /** Units for sale when last read, and the committed ones; null before the first look. */
    seen: model.number().nullable(),
    seen_committed: model.number().nullable(),
    seen_at: model.dateTime().nullable(),
    /** `StockCell` of the rules: what the next look is compared with. */
    expected: model.number().nullable(),
    counted: model.number().default(0),
    /** What orders held as committed at the last look. */
    counted_committed: model.number().default(0),
    /** When it was first looked at as the shop's to set; null before. */
    counted_since: model.dateTime().nullable(),
    /** `UnseenUnits[]`, times in ISO 8601. */
    unseen: model.json(),
    /** What it should show, and why: `WantedQuantity`; null before the first look. */
    wanted: model.number().nullable(),
    explanation: model.json().nullable(),
    /** The last number written, and when it was read back for the first time. */
    pushed: model.number().nullable(),
    pushed_at: model.dateTime().nullable(),
    confirmed: model.number().nullable(),
    confirmed_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_cell_warehouse",
      on: ["listing_id", "warehouse_external_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_stock_cell_drift",
      on: ["channel_id"],
      where: "seen IS DISTINCT FROM wanted AND deleted_at IS NULL",
    },
  ])

export default StockCell
