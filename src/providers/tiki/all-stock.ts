import { ChannelAccess } from "../../domain/provider/channel-access"
import { MappingError } from "../../domain/provider/mapping-error"
import { ListingStock } from "../../domain/provider/pushes-stock"
import { JsonObject } from "../../domain/shared/json"
import { TikiClient } from "./client"
import { readProducts } from "./listings"
import { fieldsOf, isSellable, mapStock, offerIdOf } from "./mappers"
import { productIdOf } from "./mappers/external-product-id"
import { WireProduct } from "./types"

/**
 * The stock of all that the seller offers, from the pages of the catalogue and in its lane: 20
 * calls for 1,000 offers, where `readStock` takes 1,000. An offer that cannot be understood is
 * left out. Whether these pages are as fresh as single products, Tiki does not say.
 * @throws {MarketplaceError}
 */
export async function* readAllStock(
  client: TikiClient,
  access: ChannelAccess
): AsyncGenerator<ListingStock[]> {
  for await (const page of readProducts(client, access)) {
    yield page.items.flatMap((json) => stockOf(json) ?? [])
  }
}

function stockOf(json: JsonObject): ListingStock | null {
  try {
    const product = fieldsOf<WireProduct>(json)
    if (!isSellable(product)) {
      return null
    }
    const external_sku_id = offerIdOf(product)
    const external_product_id = productIdOf(product, external_sku_id)
    return {
      listing: { external_product_id, external_sku_id },
      warehouses: mapStock(product),
    }
  } catch (error) {
    if (error instanceof MappingError) {
      return null
    }
    throw error
  }
}
