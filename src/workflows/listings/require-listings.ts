import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"

/** @throws {MedusaError} NOT_FOUND naming the listings that do not exist. */
export async function requireListings(
  container: MedusaContainer,
  ids: string[]
) {
  const listings = await marketplacesOf(container).listMarketplaceListings(
    { id: ids },
    { select: ["id", "channel_id", "external_sku_id", "variant_id"] }
  )
  const found = new Set(listings.map(({ id }) => id))
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no listing ${missing.join(", ")}. Download the channel's products again.`
    )
  }
  return listings
}
