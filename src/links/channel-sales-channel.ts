import { defineLink } from "@medusajs/framework/utils"
import SalesChannelModule from "@medusajs/medusa/sales-channel"
import MarketplaceChannelModule from "../modules/marketplace-channel"

/** The sales channel of a channel, by the channel's own column. */
export default defineLink(
  {
    linkable: MarketplaceChannelModule.linkable.marketplaceChannel,
    field: "sales_channel_id",
  },
  SalesChannelModule.linkable.salesChannel,
  { readOnly: true }
)
