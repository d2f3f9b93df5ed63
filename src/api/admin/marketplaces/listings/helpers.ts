import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ListingFilters } from "../../../../modules/marketplace-channel/services/listing-reader"

type Filters = ListingFilters & { product_id?: string[] }

/** Filters with a product's variants in the product's place. */
export async function toListingFilters(
  container: MedusaContainer,
  { product_id, ...filters }: Filters
): Promise<ListingFilters> {
  if (!product_id) {
    return filters
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id"],
    filters: { product_id },
  })
  const ids = data.map(({ id }) => id as string)
  const { variant_id } = filters
  return {
    ...filters,
    variant_id: variant_id ? ids.filter((id) => variant_id.includes(id)) : ids,
  }
}
