import { model } from "@medusajs/framework/utils"

/**
 * What the shop did with one order's share of a parcel, never changed: a mark that was wrong
 * is taken back by `undone_at`. The caller derives the id from what caused the mark, so that
 * repeating a step marks once.
 */
const ParcelMark = model
  .define("marketplace_parcel_mark", {
    id: model.id({ prefix: "mpmark" }).primaryKey(),
    channel_id: model.text(),
    channel_order_id: model
      .text()
      .index("IDX_marketplace_parcel_mark_channel_order"),
    /** The marketplace's parcel id; null when the whole order is meant. */
    parcel_external_id: model.text().nullable(),
    /** One of `PARCEL_MARK_KINDS`. */
    kind: model.text(),
    at: model.dateTime(),
    /** A user id, or `system`. */
    actor: model.text(),
    /** `print`, `scan`, `handover`, `hand` (a person said so), `medusa`. */
    source: model.text(),
    /** Why, where a person has to say so: a reprint, an exception. */
    reason: model.text().nullable(),
    /** Of a print: a hash of the address that it was for. */
    recipient_key: model.text().nullable(),
    /**
     * Of packing, what of the order was put in: `[{ external_sku_id, units }]`; null for
     * other marks, and where nobody wrote it down.
     */
    contents: model.json().nullable(),
    run_id: model.text().nullable(),
    handover_id: model.text().nullable(),
    undone_at: model.dateTime().nullable(),
    undone_by: model.text().nullable(),
    /** Why, where somebody said so. */
    undone_reason: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_parcel_mark_handover",
      on: ["handover_id"],
      where: "handover_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default ParcelMark
