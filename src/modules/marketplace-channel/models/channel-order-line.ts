import { model } from "@medusajs/framework/utils"

/** Units of one SKU at one price in a channel order. */
const ChannelOrderLine = model
  .define("marketplace_channel_order_line", {
    /** The Medusa line item's id, chosen before the order exists. */
    id: model.id({ prefix: "ordli" }).primaryKey(),
    channel_order_id: model
      .text()
      .index("IDX_marketplace_channel_order_line_order"),
    channel_id: model.text(),
    position: model.number(),
    external_line_ids: model.array(),
    external_product_id: model.text(),
    external_sku_id: model.text(),
    seller_sku: model.text().nullable(),
    title: model.text(),
    sku_title: model.text().nullable(),
    image_url: model.text().nullable(),
    quantity: model.number(),
    cancelled_quantity: model.number(),
    /** Before discounts, tax included, major unit. */
    unit_price: model.bigNumber(),
    seller_discount: model.bigNumber(),
    platform_discount: model.bigNumber(),
    is_gift: model.boolean(),
    /** `seller`, `marketplace` or `other_seller`; only the seller's own goods are packed here. */
    fulfilled_by: model.text().default("seller"),
    variant_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_channel_order_line_sku",
      on: ["channel_id", "external_sku_id"],
    },
  ])

export default ChannelOrderLine
