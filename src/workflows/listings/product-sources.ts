import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ProductSource } from "../../domain/listings/draft-product"
import { ListingComponent } from "../../domain/listings/neutral-listing"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"

/** A listing to make a product of. */
export type SourceListing = ProductSource & {
  id: string
  channel_id: string
  currency_code: string
  /** Major unit. */
  price: number | null
  active: boolean
  fulfilled_by: string
  marketplace_quantity: number
  quantities: { warehouse_external_id: string; quantity: number }[]
  /** Of a set, which has no stock of its own; null for any other listing. */
  components?: ListingComponent[] | null
  variant_id: string | null
}

/** Listings that make one product together. */
export type SourceProduct = { channel: Channel; listings: SourceListing[] }

/** The chosen listings, SKUs of one marketplace product together. */
export async function loadProductSources(
  container: MedusaContainer,
  listing_ids: string[]
): Promise<SourceProduct[]> {
  const marketplaces = marketplacesOf(container)
  const rows = await marketplaces.listMarketplaceListings(
    { id: listing_ids },
    { order: { external_sku_id: "ASC" } }
  )
  const channels = await listChannels(marketplaces, [
    ...new Set(rows.map(({ channel_id }) => channel_id)),
  ])
  const products = new Map<string, SourceProduct>()
  for (const row of rows) {
    const channel = channels.find(({ id }) => id === row.channel_id)
    if (!channel) {
      continue
    }
    const key = `${row.channel_id} ${row.external_product_id}`
    const product = products.get(key) ?? { channel, listings: [] }
    product.listings.push({
      ...row,
      price: row.price === null ? null : Number(row.price),
      attributes: row.attributes as unknown as SourceListing["attributes"],
      quantities: row.quantities as unknown as SourceListing["quantities"],
      components: row.components as unknown as SourceListing["components"],
    })
    products.set(key, product)
  }
  return [...products.values()]
}

/** SKUs and barcodes of these that variants of the shop have already. */
export async function findTakenCodes(
  container: MedusaContainer,
  listings: ProductSource[]
): Promise<{ skus: Set<string>; barcodes: Set<string> }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const find = async (field: "sku" | "barcode", codes: (string | null)[]) => {
    const wanted = codes.flatMap((code) => code?.trim() || [])
    if (!wanted.length) {
      return new Set<string>()
    }
    const { data } = await query.graph({
      entity: "product_variant",
      fields: [field],
      filters: { [field]: wanted },
    })
    return new Set(data.map((variant) => variant[field] as string))
  }
  return {
    skus: await find(
      "sku",
      listings.map(({ seller_sku }) => seller_sku)
    ),
    barcodes: await find(
      "barcode",
      listings.map(({ barcode }) => barcode)
    ),
  }
}

/** Variants that an earlier attempt made of a marketplace product, by external SKU id. */
export async function findMadeVariants(
  container: MedusaContainer,
  external_id: string
): Promise<{ exists: boolean; variants: Map<string, string> }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "variants.id", "variants.metadata"],
    filters: { external_id },
  })
  const variants = data.flatMap((product) => product.variants ?? [])
  return {
    exists: data.length > 0,
    variants: new Map(
      variants.flatMap((variant) => {
        const sku_id = variant?.metadata?.marketplace_sku_id
        return variant && typeof sku_id === "string"
          ? [[sku_id, variant.id] as const]
          : []
      })
    ),
  }
}
