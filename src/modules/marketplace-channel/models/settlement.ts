import { model } from "@medusajs/framework/utils"

/**
 * What one order was paid over all statements, beside what it should have been. Worked out
 * again whenever its lines, the order, its receipts or the fee rules change; confirmed by people.
 */
const Settlement = model
  .define("marketplace_settlement", {
    id: model.id({ prefix: "mpstl" }).primaryKey(),
    channel_id: model.text(),
    external_order_id: model.text(),
    /** Null while the order was never downloaded. */
    channel_order_id: model
      .text()
      .index("IDX_marketplace_settlement_channel_order")
      .nullable(),
    /** One of `SETTLEMENT_STATES`. */
    state: model.text(),
    currency_code: model.text(),
    /** `SettledAmounts` of its lines, smallest unit. */
    settled: model.json(),
    /** `SettledAmounts`; null while nothing can be expected. */
    expected: model.json().nullable(),
    /** `order_income`, `fee_rules`, `price`. */
    expected_basis: model.text().nullable(),
    /** `settled` less `expected`. */
    difference: model.json().nullable(),
    /** `FeePart[]` of its lines, added up by name. */
    fee_parts: model.json(),
    /** `Finding[]`. */
    findings: model.json(),
    line_count: model.number(),
    /** First and last day of settlement (UTC). */
    first_settled_at: model.dateTime().nullable(),
    last_settled_at: model.dateTime().nullable(),
    /** When the order reached the buyer, from which it is owed (UTC). */
    owed_since: model.dateTime().nullable(),
    /** A person has looked at it and agrees; null while open. */
    confirmed_at: model.dateTime().nullable(),
    confirmed_by: model.text().nullable(),
    /** `settled` at that moment: new lines afterwards open it again. */
    confirmed_amounts: model.json().nullable(),
    /**
     * Since when its payment in Medusa needs nothing from statements any more: captured, or
     * found to be paid otherwise. Null while nobody has looked, or has to look again.
     */
    payment_done_at: model.dateTime().nullable(),
    /** Set while it has to be worked out (again). */
    due_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_settlement_order",
      on: ["channel_id", "external_order_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_settlement_state",
      on: ["state", "last_settled_at"],
    },
    {
      // Most orders have none.
      name: "IDX_marketplace_settlement_findings",
      on: ["findings"],
      type: "GIN",
      where: "findings <> '[]'::jsonb AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_settlement_due",
      on: ["due_at"],
      where: "due_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default Settlement
