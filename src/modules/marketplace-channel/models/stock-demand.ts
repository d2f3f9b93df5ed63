import { model } from "@medusajs/framework/utils"

/**
 * What imported orders stand for, by SKU and marketplace warehouse: kept as orders come and go,
 * so that nothing has to be summed up over the past.
 */
const StockDemand = model
  .define("marketplace_stock_demand", {
    id: model.id({ prefix: "mpdem" }).primaryKey(),
    channel_id: model.text(),
    external_sku_id: model.text(),
    /** Empty for orders that name none, of channels that have none. */
    warehouse_external_id: model.text(),
    /** Units sold less cancelled, ever. */
    net: model.number().default(0),
    /** Of them, not collected yet. */
    committed: model.number().default(0),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_demand_sku",
      on: ["channel_id", "external_sku_id", "warehouse_external_id"],
      unique: true,
    },
  ])

export default StockDemand
