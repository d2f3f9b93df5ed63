import { model } from "@medusajs/framework/utils"

/** Orders whose goods are fetched from the shelves together; what to fetch is read from them. */
const PickList = model
  .define("marketplace_pick_list", {
    id: model.id({ prefix: "mppick" }).primaryKey(),
    number: model.autoincrement(),
    /** Channel orders. */
    order_ids: model.array(),
    /** `open`, `finished`. */
    status: model.text().default("open"),
    /** Units fetched so far, by SKU key. */
    picked: model.json(),
    created_by: model.text(),
    finished_at: model.dateTime().nullable(),
    finished_by: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_marketplace_pick_list_status", on: ["status", "created_at"] },
  ])

export default PickList
