import { model } from "@medusajs/framework/utils"

/**
 * An order as the marketplace knows it, beside the Medusa order made from it.
 * `content_hash` names the newest accepted copy, `planned_hash` the copy whose
 * consequences are complete; while they differ, the order is still to be planned.
 */
const ChannelOrder = model
  .define("marketplace_channel_order", {
    id: model.id({ prefix: "mpord" }).primaryKey(),
    channel_id: model.text(),
    external_id: model.text(),
    /** Neutral status; null until planned, or when the raw one is unknown. */
    status: model.text().nullable(),
    raw_status: model.text(),
    /** The rule that made `status`. */
    status_rule: model.text().nullable(),
    /** `OrderFlag[]`. */
    flags: model.array(),
    /** `pending` (saved, not decided yet), `imported`, `blocked`, `ignored`. */
    import_state: model.text(),
    /** The rule that ignores it, or that decides its stock effect. */
    import_rule: model.text().nullable(),
    /** `BlockReason[]`. */
    block_reasons: model.json(),
    medusa_order_id: model
      .text()
      .index("IDX_marketplace_channel_order_medusa_order")
      .nullable(),
    display_id: model.text(),
    /**
     * How far the Medusa order has been brought: `none`, `pending`, `canceled`,
     * `shipped`, `delivered`, `completed`.
     */
    host_state: model.text(),
    /** Set while the Medusa order has not reached what the status asks for. */
    settle_due_at: model.dateTime().nullable(),
    settle_attempts: model.number().default(0),
    settle_error: model.text().nullable(),
    /** `OrderCount[]`: what the stock demand holds of this order. */
    counted: model.json().nullable(),
    /** Counts releases; a released reservation's id is never used again. */
    reservation_generation: model.number().default(0),
    /** The marketplace's answer for this order, ids as text. Holds buyer data unless redacted. */
    payload: model.json(),
    /** Since when `payload` holds nothing of the buyer's; null while it may. */
    payload_redacted_at: model.dateTime().nullable(),
    /** The marketplace's id of the buyer; null where it gives none, and once erased. */
    buyer_external_id: model.text().nullable(),
    /** Since when no copy of the order is stored with its buyer's data. */
    erasure_began_at: model.dateTime().nullable(),
    /** When the last of the buyer's data was gone. */
    buyer_erased_at: model.dateTime().nullable(),
    content_hash: model.text(),
    planned_hash: model.text().nullable(),
    /** When the read that brought the accepted copy started. */
    read_started_at: model.dateTime(),
    placed_at: model.dateTime(),
    external_updated_at: model.dateTime(),
    paid_at: model.dateTime().nullable(),
    ship_by: model.dateTime().nullable(),
    currency_code: model.text().nullable(),
    /** What the buyer pays, major unit. */
    total: model.bigNumber().nullable(),
    /** `prepaid` or `cod`. */
    payment: model.text().nullable(),
    /** `OrderMoney` in major units. */
    money: model.json().nullable(),
    recipient: model.json().nullable(),
    /**
     * Lower-case ids, tracking numbers and SKUs, separated by spaces; parts of it are found by
     * their trigrams where the database has the extension `pg_trgm`.
     */
    search_text: model.text(),
    /**
     * Set from when staff fulfils it on Medusa's own page until the marketplace follows: since
     * when, or from when on, it is due to be looked at.
     */
    host_fulfilled_at: model.dateTime().nullable(),
    /** By whom: a user id, or `system`. */
    host_fulfilled_by: model.text().nullable(),
    /** What the shop or the buyer has to do next, by when; null when nothing is owed. */
    deadline_at: model.dateTime().nullable(),
    /** `pay_by`, `ship_by`, `collect_by`. */
    deadline_kind: model.text().nullable(),
    /** When the marketplace cancels the order by itself. */
    cancel_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_channel_order_external",
      on: ["channel_id", "external_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_channel_order_status",
      on: ["status", "placed_at"],
    },
    {
      // The tabs' counts are read from it alone.
      name: "IDX_marketplace_channel_order_tabs",
      on: ["channel_id", "status", "placed_at", "import_state"],
    },
    {
      name: "IDX_marketplace_channel_order_import_state",
      on: ["import_state", "placed_at"],
    },
    { name: "IDX_marketplace_channel_order_placed", on: ["placed_at"] },
    {
      name: "IDX_marketplace_channel_order_seen",
      on: ["channel_id", "created_at"],
    },
    {
      name: "IDX_marketplace_channel_order_deadline",
      on: ["deadline_at"],
      where: "deadline_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_host_fulfilled",
      on: ["host_fulfilled_at"],
      where: "host_fulfilled_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_settle",
      on: ["settle_due_at"],
      where: "settle_due_at IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_unplanned",
      on: ["updated_at"],
      where:
        "planned_hash IS DISTINCT FROM content_hash AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_buyer",
      on: ["channel_id", "buyer_external_id"],
      where: "buyer_external_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_erasing",
      on: ["erasure_began_at"],
      where:
        "erasure_began_at IS NOT NULL AND buyer_erased_at IS NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_channel_order_unredacted",
      on: ["external_updated_at", "id"],
      where: "payload_redacted_at IS NULL AND deleted_at IS NULL",
    },
  ])

export default ChannelOrder
