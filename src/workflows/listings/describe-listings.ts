import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ListingSuggestion } from "../../modules/marketplace-channel/services/listing-catalogue"
import { marketplacesOf } from "../marketplaces"

export type VariantSummary = {
  id: string
  title: string | null
  sku: string | null
  product_id: string | null
  product_title: string | null
}

/** Listings as the API shows them, in the order of the ids; amounts in the major unit. */
export async function describeListings(
  container: MedusaContainer,
  ids: string[]
) {
  if (!ids.length) {
    return []
  }
  const marketplaces = marketplacesOf(container)
  const rows = await marketplaces.listMarketplaceListings({ id: ids })
  const channels = await marketplaces.listMarketplaceChannels(
    { id: [...new Set(rows.map((row) => row.channel_id))] },
    { select: ["id", "name", "provider_id"], withDeleted: true }
  )
  const suggestionOf = (row: (typeof rows)[number]) =>
    row.suggestion as unknown as ListingSuggestion | null
  const variants = await loadVariants(
    container,
    rows.flatMap((row) => row.variant_id ?? suggestionOf(row)?.variant_id ?? [])
  )
  const described = rows.map((row) => {
    const suggestion = suggestionOf(row)
    const channel = channels.find(({ id }) => id === row.channel_id)
    return {
      id: row.id,
      channel_id: row.channel_id,
      channel_name: channel?.name ?? null,
      provider_id: channel?.provider_id ?? null,
      external_product_id: row.external_product_id,
      external_sku_id: row.external_sku_id,
      seller_sku: row.seller_sku,
      barcode: row.barcode,
      title: row.title,
      sku_title: row.sku_title,
      attributes: row.attributes,
      price: row.price === null ? null : Number(row.price),
      currency_code: row.currency_code,
      image_url: row.image_url,
      marketplace_quantity: row.marketplace_quantity,
      quantities: row.quantities,
      fulfilled_by: row.fulfilled_by,
      active: row.active,
      link_state: row.link_state,
      variant_id: row.variant_id,
      variant: (row.variant_id && variants.get(row.variant_id)) || null,
      linked_by: row.linked_by,
      suggestion: suggestion && {
        ...suggestion,
        variant: variants.get(suggestion.variant_id) ?? null,
      },
      changes: row.changes,
      stock_rules: row.stock_rules,
      gone_at: row.gone_at,
      created_at: row.created_at,
      updated_at: row.updated_at,
    }
  })
  const by_id = new Map(described.map((one) => [one.id, one]))
  return ids.flatMap((id) => by_id.get(id) ?? [])
}

/** @throws {MedusaError} NOT_FOUND */
export async function describeListing(container: MedusaContainer, id: string) {
  await marketplacesOf(container).retrieveMarketplaceListing(id)
  const [listing] = await describeListings(container, [id])
  return listing
}

/** Variants by id; deleted ones are left out. */
export async function loadVariants(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, VariantSummary>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "title", "sku", "product.id", "product.title"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(
    data.map((variant) => [
      variant.id,
      {
        id: variant.id,
        title: variant.title ?? null,
        sku: variant.sku ?? null,
        product_id: variant.product?.id ?? null,
        product_title: variant.product?.title ?? null,
      },
    ])
  )
}
