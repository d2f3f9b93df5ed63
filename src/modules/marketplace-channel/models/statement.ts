import { model } from "@medusajs/framework/utils"

/**
 * A settlement statement of one channel. While its lines are read it is `importing` and seen by
 * nobody; it becomes `done` together with everything that follows from its lines.
 */
const Statement = model
  .define("marketplace_statement", {
    id: model.id({ prefix: "mpstm" }).primaryKey(),
    channel_id: model.text(),
    /** `file` or `api`. */
    source: model.text(),
    /** The marketplace's id of it; null for files. */
    external_id: model.text().nullable(),
    /** `importing`, `needs_mapping`, `done`, `refused`. */
    status: model.text(),
    /** Of the upload; null for statements from the API. */
    filename: model.text().nullable(),
    file_id: model.text().nullable(),
    /** SHA-256 of the file's bytes, hexadecimal. */
    file_hash: model.text().nullable(),
    /** The run that reads it. */
    run_id: model.text().nullable(),
    /** `StatementMapping`: how its columns were understood. */
    mapping: model.json().nullable(),
    /** Days of settlement of its lines, or as the marketplace states them (UTC). */
    period_from: model.dateTime().nullable(),
    period_to: model.dateTime().nullable(),
    currency_code: model.text(),
    /** `SettledAmounts`: the sum of its lines, duplicates and refused ones left out. */
    totals: model.json(),
    /** `SettledAmounts`: the sum of its lines, duplicates of other statements among them. */
    line_totals: model.json().nullable(),
    /** Parts of `SettledAmounts` as the file or the marketplace states them. */
    stated_totals: model.json().nullable(),
    /** `paid`, `processing`, `failed`; null where nobody says. */
    payment: model.text().nullable(),
    payment_external_id: model.text().nullable(),
    /** The payout that brought its money, as far as the marketplace lists payouts. */
    payout_id: model.text().nullable(),
    /** Lines by state; `lines` is their sum. */
    counts: model.json(),
    /** `StatementNotice[]`: what about the file as a whole a person should know. */
    notices: model.json(),
    created_by: model.text(),
    imported_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_statement_file",
      on: ["channel_id", "file_hash"],
      unique: true,
      where:
        "file_hash IS NOT NULL AND status <> 'refused' AND deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_statement_external",
      on: ["channel_id", "external_id"],
      unique: true,
      where: "external_id IS NOT NULL AND deleted_at IS NULL",
    },
    { name: "IDX_marketplace_statement_created", on: ["created_at"] },
  ])

export default Statement
