import { model } from "@medusajs/framework/utils"

/** A file that holds buyers' data: served to signed-in staff only, gone after `expires_at`. */
const File = model
  .define("marketplace_file", {
    id: model.id({ prefix: "mpfile" }).primaryKey(),
    /** The run that made it. */
    run_id: model.text().index("IDX_marketplace_file_run").nullable(),
    filename: model.text(),
    mime_type: model.text(),
    /** Bytes. */
    size: model.number(),
    expires_at: model.dateTime().nullable(),
  })
  .indexes([{ name: "IDX_marketplace_file_expiry", on: ["expires_at"] }])

export default File
