import { model } from "@medusajs/framework/utils"

/** How people mapped the columns of a kind of file, so that the next one needs no mapping. */
const StatementMapping = model
  .define("marketplace_statement_mapping", {
    id: model.id({ prefix: "mpmap" }).primaryKey(),
    provider_id: model.text(),
    /** Of the normalised headings: files with the same headings are mapped the same. */
    headings_hash: model.text(),
    /** `StatementMapping`. */
    mapping: model.json(),
    created_by: model.text(),
  })
  .indexes([
    {
      name: "IDX_marketplace_statement_mapping_headings",
      on: ["provider_id", "headings_hash"],
      unique: true,
    },
  ])

export default StatementMapping
