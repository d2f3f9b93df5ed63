import { model } from "@medusajs/framework/utils"

/** One row of a statement: what it says, never changed, and which bucket it is in. */
const StatementLine = model
  .define("marketplace_statement_line", {
    id: model.id({ prefix: "mpsln" }).primaryKey(),
    statement_id: model.text(),
    channel_id: model.text(),
    /** The statement's source: lines of both stand for the same money once. */
    source: model.text(),
    /** Name of the sheet; `api`. */
    sheet: model.text(),
    /** As the workbook counts, from 1. */
    row: model.number(),
    /** One of `LINE_KINDS`; null for refused rows. */
    kind: model.text().nullable(),
    raw_kind: model.text().nullable(),
    external_order_id: model.text().nullable(),
    external_line_id: model.text().nullable(),
    item_ref: model.text().nullable(),
    quantity: model.number().nullable(),
    ordered_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
    currency_code: model.text().nullable(),
    /** `SettledAmounts`, smallest unit; null for refused rows. */
    amounts: model.json().nullable(),
    /** `FeePart[]`. */
    fee_parts: model.json(),
    /** Cells by heading. */
    raw: model.json(),
    /** The same for the same row in an overlapping file; null for refused rows. */
    row_key: model.text().nullable(),
    /** The same for the same money in the other source; null for refused rows. */
    money_key: model.text().nullable(),
    /** One of `LINE_STATES`; null while its statement is being imported. */
    state: model.text().nullable(),
    /** The line that stands for the same money, of one that is `duplicate`. */
    duplicate_of_id: model.text().nullable(),
    /** `RowRefusal[]` of a refused row. */
    refusals: model.json().nullable(),
  })
  .indexes([
    {
      // Two processes that read one file write each row once.
      name: "IDX_marketplace_statement_line_place",
      on: ["statement_id", "sheet", "row"],
      unique: true,
    },
    {
      name: "IDX_marketplace_statement_line_state",
      on: ["statement_id", "state", "row"],
    },
    {
      name: "IDX_marketplace_statement_line_order",
      on: ["channel_id", "external_order_id"],
      where: "external_order_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_statement_line_row_key",
      on: ["channel_id", "row_key"],
      where: "row_key IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_statement_line_money_key",
      on: ["channel_id", "money_key"],
      where: "money_key IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default StatementLine
