import { model } from "@medusajs/framework/utils"

/**
 * One scan at a packing table or for a handover record; also those that were refused, and what
 * took one back at a packing table.
 */
const Scan = model
  .define("marketplace_scan", {
    /** Of a step that the table has named derived from that name: sent again it finds its row. */
    id: model.id({ prefix: "mpscan" }).primaryKey(),
    /** `packing` or `handover`. */
    station: model.text(),
    handover_id: model.text().nullable(),
    channel_id: model.text().nullable(),
    /** The parcel it was found to be, or to belong to; null when unknown. */
    parcel_external_id: model.text().nullable(),
    /** As it came from the scanner. */
    scanned: model.text(),
    ok: model.boolean(),
    /** A stable word for what became of it, for example `wrong_item`. */
    code: model.text(),
    /** The line that a scanned item counts for. */
    line_id: model.text().nullable(),
    quantity: model.number().default(1),
    /** Of returned goods: `good` or `damaged`. */
    condition: model.text().nullable(),
    note: model.text().nullable(),
    /** Returned units by line, `[{ line_id, good, damaged, lost }]`; null: all in `condition`. */
    lines: model.json().nullable(),
    photo_file_ids: model.array().default([]),
    at: model.dateTime(),
    actor: model.text(),
    undone_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_scan_parcel",
      on: ["channel_id", "parcel_external_id"],
    },
    { name: "IDX_marketplace_scan_handover", on: ["handover_id", "at"] },
    {
      name: "IDX_marketplace_scan_photos",
      on: ["at", "id"],
      where: "photo_file_ids <> '{}' AND deleted_at IS NULL",
    },
  ])

export default Scan
