import { model } from "@medusajs/framework/utils"

/** What a buyer asks for about an order; the newest copy. Goods and money are two tracks. */
const BuyerRequest = model
  .define("marketplace_buyer_request", {
    id: model.id({ prefix: "mpreq" }).primaryKey(),
    channel_id: model.text(),
    external_id: model.text(),
    order_external_id: model.text(),
    /** Null while the order is not stored. */
    channel_order_id: model
      .text()
      .index("IDX_marketplace_buyer_request_channel_order")
      .nullable(),
    /** One of `BUYER_REQUEST_KINDS`. */
    kind: model.text(),
    /** One of `BUYER_REQUEST_STATES`. */
    state: model.text(),
    raw_status: model.text(),
    /** Why it cannot be understood as it is now: what is stored beside may be old, or unknown. */
    problem: model.text().nullable(),
    initiator: model.text(),
    reason: model.text().nullable(),
    reason_text: model.text().nullable(),
    requested_at: model.dateTime(),
    external_updated_at: model.dateTime(),
    respond_by: model.dateTime().nullable(),
    answers: model.array(),
    tracking_number: model.text().nullable(),
    carrier: model.text().nullable(),
    /** Major unit. */
    refund_amount: model.bigNumber().nullable(),
    currency_code: model.text().nullable(),
    /** `[{ external_line_id, quantity }]`. */
    lines: model.json(),
    next_external_id: model.text().nullable(),
    /** Tells the content of this copy from another's. */
    content_hash: model.text(),
    /** When the read that brought the copy started. */
    read_started_at: model.dateTime(),
    /** When its goods were scanned in. */
    received_at: model.dateTime().nullable(),
    /** Medusa returns requested for it. */
    medusa_return_ids: model.array().default([]),
  })
  .indexes([
    {
      name: "IDX_marketplace_buyer_request_external",
      on: ["channel_id", "external_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_buyer_request_state",
      on: ["state", "requested_at"],
    },
    {
      name: "IDX_marketplace_buyer_request_tracking",
      on: ["tracking_number"],
    },
  ])

export default BuyerRequest
