import { model } from "@medusajs/framework/utils"

/**
 * One write of one listing's numbers: made before the call, completed after it, never deleted
 * by later ones.
 */
const StockPush = model
  .define("marketplace_stock_push", {
    id: model.id({ prefix: "mppush" }).primaryKey(),
    channel_id: model.text(),
    listing_id: model.text(),
    /** Writes of one look at a channel share it; undoing takes a whole batch back. */
    batch_id: model.text(),
    /** One of `STOCK_CAUSES`. */
    cause: model.text(),
    /** A user id, or `system`. */
    actor: model.text(),
    /** `{ warehouse_external_id, seen, committed, counted, quantity, wanted }[]`: what was known and what was written. */
    cells: model.json(),
    /** `pending` while the call is under way, then one of `PUSH_OUTCOMES`. */
    outcome: model.text().default("pending"),
    /** What the marketplace said when it took it not. */
    error: model.text().nullable(),
    error_code: model.text().nullable(),
    /** When the stock had changed. */
    since: model.dateTime(),
    sent_at: model.dateTime(),
    answered_at: model.dateTime().nullable(),
    /** When the number was seen on the marketplace for the first time. */
    confirmed_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_push_listing",
      on: ["listing_id", "sent_at"],
    },
    { name: "IDX_marketplace_stock_push_batch", on: ["batch_id"] },
    {
      name: "IDX_marketplace_stock_push_channel",
      on: ["channel_id", "sent_at"],
    },
    { name: "IDX_marketplace_stock_push_sent", on: ["sent_at"] },
    {
      name: "IDX_marketplace_stock_push_pending",
      on: ["channel_id", "listing_id"],
      where: "outcome = 'pending' AND deleted_at IS NULL",
    },
  ])

export default StockPush
