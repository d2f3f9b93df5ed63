import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import MarketplaceChannelModule from "../modules/marketplace-channel"

/** The Medusa order made from a channel order, by the channel order's own column. */
export default defineLink(
  {
    linkable: MarketplaceChannelModule.linkable.marketplaceChannelOrder,
    field: "medusa_order_id",
  },
  OrderModule.linkable.order,
  { readOnly: true }
)
