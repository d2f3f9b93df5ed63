import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MarketplaceChannelModule from "../modules/marketplace-channel"

/** The variant that a listing is linked to, by the listing's own column. */
export default defineLink(
  {
    linkable: MarketplaceChannelModule.linkable.marketplaceListing,
    field: "variant_id",
  },
  ProductModule.linkable.productVariant,
  { readOnly: true }
)
