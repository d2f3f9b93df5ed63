import { model } from "@medusajs/framework/utils"

/** A marketplace package; may hold units of several orders. */
const Parcel = model
  .define("marketplace_parcel", {
    id: model.id({ prefix: "mpparc" }).primaryKey(),
    channel_id: model.text(),
    external_id: model.text(),
    /** One of `PARCEL_STATES`. */
    state: model.text().default("to_arrange"),
    /** The marketplace's own word. */
    status: model.text().nullable(),
    tracking_number: model.text().nullable(),
    /** More numbers that its waybills may carry. */
    other_numbers: model.array().default([]),
    carrier: model.text().nullable(),
    /** Channel orders with units in it. */
    order_ids: model.array(),
    ship_by: model.dateTime().nullable(),
    /** The print job that has it last; it has it alone as long as it runs. */
    print_run_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_parcel_external",
      on: ["channel_id", "external_id"],
      unique: true,
    },
    { name: "IDX_marketplace_parcel_code", on: ["external_id"] },
    { name: "IDX_marketplace_parcel_tracking", on: ["tracking_number"] },
    {
      name: "IDX_marketplace_parcel_other_numbers",
      on: ["other_numbers"],
      type: "GIN",
    },
    { name: "IDX_marketplace_parcel_orders", on: ["order_ids"], type: "GIN" },
  ])

export default Parcel
