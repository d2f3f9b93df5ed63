import { model } from "@medusajs/framework/utils"

/**
 * Parcels given to a carrier (`outbound`) or received back from one (`inbound`); its parcels
 * are its scans. A closed one is never changed.
 */
const Handover = model
  .define("marketplace_handover", {
    id: model.id({ prefix: "mphand" }).primaryKey(),
    /** For people: the number on the sheet. */
    number: model.autoincrement(),
    direction: model.text(),
    /** Null: parcels of every channel. */
    channel_id: model.text().nullable(),
    /** Null: any carrier. */
    carrier: model.text().nullable(),
    /** `open`, `closed`. */
    status: model.text().default("open"),
    note: model.text().nullable(),
    created_by: model.text(),
    closed_at: model.dateTime().nullable(),
    closed_by: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_marketplace_handover_status", on: ["status", "created_at"] },
  ])

export default Handover
