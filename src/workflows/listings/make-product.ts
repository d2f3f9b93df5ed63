import {
  CreateProductWorkflowInputDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  ProductStatus,
} from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { draftProduct } from "../../domain/listings/draft-product"
import { SourceListing, SourceProduct } from "./product-sources"

/** Where a product of ours remembers the marketplace product it was made from. */
export function externalIdOf({ channel, listings }: SourceProduct): string {
  return `${channel.provider_id}:${listings[0].external_product_id}`
}

export type MakeProductOptions = {
  /** What the product remembers it was made from. */
  external_id: string
  /** Barcodes that other variants carry; they are left out. */
  taken_barcodes?: ReadonlySet<string>
  /** Whether the shop counts its stock. */
  counted: boolean
}

/**
 * Makes a Medusa product of listings, sold in the channel's sales channel.
 *
 * @returns the ids of its variants by external SKU id.
 */
export async function makeProduct(
  container: MedusaContainer,
  source: SourceProduct,
  { external_id, taken_barcodes, counted }: MakeProductOptions
): Promise<Map<string, string>> {
  const draft = draftProduct(source.listings)
  const listings = new Map(
    source.listings.map((one) => [one.external_sku_id, one])
  )
  const product: CreateProductWorkflowInputDTO = {
    title: draft.title,
    description: draft.description,
    handle: draft.handle,
    external_id,
    status: source.listings.some(({ active }) => active)
      ? ProductStatus.PUBLISHED
      : ProductStatus.DRAFT,
    thumbnail: draft.image_urls[0],
    images: draft.image_urls.map((url) => ({ url })),
    options: draft.options,
    shipping_profile_id: await findShippingProfile(container),
    sales_channels: [{ id: source.channel.sales_channel_id }],
    variants: draft.variants.map((variant) => ({
      title: variant.title,
      sku: variant.sku ?? undefined,
      barcode:
        variant.barcode && !taken_barcodes?.has(variant.barcode)
          ? variant.barcode
          : undefined,
      options: variant.options,
      manage_inventory: counted,
      prices: pricesOf(listings.get(variant.external_sku_id)),
      metadata: { marketplace_sku_id: variant.external_sku_id },
    })),
  }
  const { result } = await createProductsWorkflow(container).run({
    input: { products: [product] },
  })
  return new Map(
    result[0].variants.flatMap(({ id, metadata }) => {
      const sku_id = metadata?.marketplace_sku_id
      return typeof sku_id === "string" ? [[sku_id, id] as const] : []
    })
  )
}

function pricesOf(listing: SourceListing | undefined) {
  return listing && listing.price !== null
    ? [{ amount: listing.price, currency_code: listing.currency_code }]
    : []
}

/** The default one, else the oldest; none when the shop has none. */
async function findShippingProfile(
  container: MedusaContainer
): Promise<string | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "shipping_profile",
    fields: ["id", "type"],
    pagination: { take: 100, skip: 0, order: { created_at: "ASC" } },
  })
  return (data.find(({ type }) => type === "default") ?? data[0])?.id
}
