import { model } from "@medusajs/framework/utils"

/** One connected shop on one marketplace. Soft-deleted when disconnected; its orders stay. */
const Channel = model
  .define("marketplace_channel", {
    id: model.id({ prefix: "mpchan" }).primaryKey(),
    provider_id: model.text(),
    name: model.text(),
    /** The shop's id at the marketplace. */
    external_id: model.text(),
    region: model.text(),
    /** ISO 4217, lower case. */
    currency_code: model.text(),
    /** `connected`, `expiring`, `needs_authorization`, `paused`. */
    status: model.text(),
    /** Why the status is what it is, for a person; null when all is well. */
    status_reason: model.text().nullable(),
    /** `ChannelSettings`. */
    settings: model.json(),
    /** What calls need besides the credentials, `Record<string, string>`. */
    provider_data: model.json(),
    /** The marketplace's warehouses, `Warehouse[]`. */
    warehouses: model.json(),
    sales_channel_id: model.text(),
    authorization_id: model
      .text()
      .index("IDX_marketplace_channel_authorization"),
    last_order_sync_at: model.dateTime().nullable(),
    last_listing_sync_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_channel_shop",
      on: ["provider_id", "external_id"],
      unique: true,
    },
  ])

export default Channel
