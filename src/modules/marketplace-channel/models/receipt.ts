import { model } from "@medusajs/framework/utils"

/** Returned goods of one order that are back in the shop, and what stock made of them. */
const Receipt = model
  .define("marketplace_receipt", {
    id: model.id({ prefix: "mprcpt" }).primaryKey(),
    channel_id: model.text(),
    channel_order_id: model
      .text()
      .index("IDX_marketplace_receipt_channel_order"),
    /** The parcel that came back; null when it came with a buyer's return, or nobody said. */
    parcel_external_id: model.text().nullable(),
    buyer_request_id: model.text().nullable(),
    handover_id: model.text().nullable(),
    /** Units by line: `[{ line_id, good, damaged, lost }]`; `lost` was expected and is missing. */
    lines: model.json(),
    note: model.text().nullable(),
    photo_file_ids: model.array().default([]),
    received_at: model.dateTime(),
    received_by: model.text(),
    /** `due` until Medusa's stock has followed, then `done`. */
    stock_state: model.text().default("due"),
    stock_error: model.text().nullable(),
    /** Medusa returns made of it. */
    medusa_return_ids: model.array().default([]),
  })
  .indexes([
    {
      name: "IDX_marketplace_receipt_due",
      on: ["channel_order_id"],
      where: "stock_state = 'due' AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_receipt_photos",
      on: ["received_at", "id"],
      where: "photo_file_ids <> '{}' AND deleted_at IS NULL",
    },
  ])

export default Receipt
