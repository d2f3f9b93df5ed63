import { model } from "@medusajs/framework/utils"

/** What a run says of one order, or of one order and product. Saying it twice says it once. */
const RunResult = model
  .define("marketplace_run_result", {
    id: model.id({ prefix: "mpres" }).primaryKey(),
    run_id: model.text(),
    channel_id: model.text().nullable(),
    channel_name: model.text().nullable(),
    external_id: model.text(),
    /** Distinguishes several lines of one item, for example the offending SKU; empty otherwise. */
    subject: model.text(),
    code: model.text(),
    params: model.json(),
    /** English sentence; screens translate `code` and `params` instead. */
    message: model.text(),
  })
  .indexes([
    {
      name: "IDX_marketplace_run_result_item",
      on: ["run_id", "channel_id", "external_id", "subject"],
      unique: true,
    },
  ])

export default RunResult
