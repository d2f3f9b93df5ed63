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
    /** Numbers of the parts of its way and of the way back. */
    pickup_number: model.text().nullable(),
    delivery_number: model.text().nullable(),
    return_number: model.text().nullable(),
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
    { name: "IDX_marketplace_parcel_pickup", on: ["pickup_number"] },
    { name: "IDX_marketplace_parcel_delivery", on: ["delivery_number"] },
    { name: "IDX_marketplace_parcel_return", on: ["return_number"] },
    { name: "IDX_marketplace_parcel_orders", on: ["order_ids"], type: "GIN" },
  ])

export default Parcel
