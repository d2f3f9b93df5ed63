import { model } from "@medusajs/framework/utils"

/** One sellable SKU of a channel, linked or not to a Medusa variant. */
const Listing = model
  .define("marketplace_listing", {
    id: model.id({ prefix: "mplist" }).primaryKey(),
    channel_id: model.text(),
    external_product_id: model.text(),
    external_sku_id: model.text(),
    seller_sku: model.text().nullable(),
    barcode: model.text().nullable(),
    title: model.text(),
    sku_title: model.text().nullable(),
    /** `{ name, value }[]`. */
    attributes: model.json(),
    description: model.text().nullable(),
    /** Tax included, major unit; null when the marketplace shows none. */
    price: model.bigNumber().nullable(),
    currency_code: model.text(),
    image_url: model.text().nullable(),
    image_urls: model.array(),
    /** Sum over the warehouses when last read. */
    marketplace_quantity: model.number(),
    /** `{ warehouse_external_id, quantity }[]`. */
    quantities: model.json(),
    /** `ListingComponent[]`, of a set whose number follows its parts; null for any other. */
    components: model.json().nullable(),
    /** `seller` or `marketplace`. */
    fulfilled_by: model.text(),
    active: model.boolean(),
    /** `unlinked`, `suggested`, `linked`, `changed`, `gone`. */
    link_state: model.text(),
    /** The linked Medusa variant. */
    variant_id: model
      .text()
      .index("IDX_marketplace_listing_variant")
      .nullable(),
    /** Who linked it: a user id, or `auto` with the rule. */
    linked_by: model.text().nullable(),
    /** A proposed variant with its evidence; null without one. */
    suggestion: model.json().nullable(),
    /** Fields that changed since it was linked, `{ field, from, to }[]`. */
    changes: model.json(),
    /** `StockOverride`: rules of this listing beside the channel's; null for none. */
    stock_rules: model.json().nullable(),
    external_updated_at: model.dateTime().nullable(),
    /** When a full download last saw it. */
    seen_at: model.dateTime(),
    /** Set when a full download no longer saw it. */
    gone_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_listing_sku",
      on: ["channel_id", "external_sku_id"],
      unique: true,
    },
    {
      name: "IDX_marketplace_listing_state",
      on: ["channel_id", "link_state"],
    },
  ])

export default Listing
