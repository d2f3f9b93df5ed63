import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { LINKED_BY_ORDER_LINE } from "../../domain/listings/listing-from-line"
import { NeutralListing } from "../../domain/listings/neutral-listing"
import { toMajorUnit } from "../../domain/shared/amount"
import { whileLocked } from "../locks"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { makeProduct } from "./make-product"
import {
  findMadeVariants,
  findTakenCodes,
  SourceListing,
} from "./product-sources"
import { linkListingsWorkflow } from "./workflows/link-listings"

const WAIT_SECONDS = 60

/**
 * Makes products of what order lines tell, for listings that cannot be downloaded, and
 * links them. The products are marked, and their stock is not counted until a person
 * counts it. A product that Medusa refuses is left out, with a warning: its order comes
 * in without it.
 */
export async function makeMissingProducts(
  container: MedusaContainer,
  channel: Channel,
  listings: NeutralListing[]
): Promise<void> {
  for (const listing of listings) {
    const { external_sku_id, title } = listing
    try {
      await whileLocked(
        container,
        [`marketplaces:listing:${channel.id}:${external_sku_id}`],
        () => makeMissingProduct(container, channel, listing),
        { timeout: WAIT_SECONDS }
      )
    } catch (error) {
      const reason = errorMessage(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `marketplaces: no product could be made of "${title}" (${external_sku_id}) of ${channel.name}: ${reason}`
        )
    }
  }
}

async function makeMissingProduct(
  container: MedusaContainer,
  channel: Channel,
  listing: NeutralListing
): Promise<void> {
  const known = await findRow(container, channel, listing)
  if (known?.variant_id) {
    return
  }
  const external_id = `${channel.provider_id}:order-line:${listing.external_sku_id}`
  const made = await findMadeVariants(container, external_id)
  const source = await toSource(container, channel, listing)
  const variants = made.exists
    ? made.variants
    : await makeProduct(
        container,
        { channel, listings: [source] },
        { external_id, counted: false }
      )
  const variant_id = variants.get(listing.external_sku_id)
  if (!variant_id) {
    return
  }
  const linked_by = LINKED_BY_ORDER_LINE
  const listing_id =
    known?.id ??
    (await marketplacesOf(container).listingCatalogue.saveLinked(
      channel.id,
      listing,
      { variant_id, linked_by },
      new Date()
    ))
  await linkListingsWorkflow(container).run({
    input: { links: [{ listing_id, variant_id }], linked_by },
  })
}

/** The listing as downloaded once; a listing that is gone keeps saying so. */
async function findRow(
  container: MedusaContainer,
  channel: Channel,
  { external_sku_id }: NeutralListing
): Promise<{ id: string; variant_id: string | null } | undefined> {
  const [row] = await marketplacesOf(container).listMarketplaceListings(
    { channel_id: channel.id, external_sku_id },
    { select: ["id", "variant_id"] }
  )
  return row
}

/** A code that a variant carries already would be refused: the product does without it. */
async function toSource(
  container: MedusaContainer,
  channel: Channel,
  listing: NeutralListing
): Promise<SourceListing> {
  const { skus } = await findTakenCodes(container, [listing])
  const sku = listing.seller_sku?.trim()
  const { price, currency_code } = listing
  return {
    ...listing,
    id: listing.external_sku_id,
    channel_id: channel.id,
    seller_sku: sku && !skus.has(sku) ? sku : null,
    price: price === null ? null : toMajorUnit(price, currency_code),
    marketplace_quantity: 0,
    variant_id: null,
  }
}
