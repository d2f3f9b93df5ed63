import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketplacesOf } from "../../marketplaces"
import { nudgeWaitingOrders } from "../nudge-waiting-orders"
import { requireListings } from "../require-listings"

export type SetLinksInput = {
  /** `variant_id` null removes the link. */
  links: { listing_id: string; variant_id: string | null }[]
  /** A user id, or `auto:` with the rule. */
  linked_by: string
  /** Leaves a listing alone that somebody has linked meanwhile. */
  only_unlinked?: boolean
}

export type ChangedLink = {
  id: string
  channel_id: string
  external_sku_id: string
  /** The variant of the link that was made, or that was removed. */
  variant_id: string
}

/**
 * Links listings to variants or unlinks them, and wakes the parked orders that wait.
 * @throws {MedusaError} NOT_FOUND naming a listing or variant that does not exist.
 */
export const setLinksStep = createStep(
  "marketplaces-set-links",
  async ({ links, linked_by, only_unlinked }: SetLinksInput, { container }) => {
    const marketplaces = marketplacesOf(container)
    const listings = await requireListings(
      container,
      links.map(({ listing_id }) => listing_id)
    )
    await requireVariants(
      container,
      links.flatMap(({ variant_id }) => variant_id ?? [])
    )
    const before = await marketplaces.listingCatalogue.setLinks(
      links.map(({ listing_id, variant_id }) => ({
        id: listing_id,
        variant_id,
        linked_by: variant_id ? linked_by : null,
      })),
      { only_unlinked }
    )
    const set = new Set(before.map(({ id }) => id))
    const wanted = new Map(links.map((link) => [link.listing_id, link]))
    const touched = listings.filter(({ id }) => set.has(id))
    const changed: ChangedLink[] = touched.flatMap((listing) => {
      const link = wanted.get(listing.id)
      const variant_id = link?.variant_id ?? listing.variant_id
      return variant_id
        ? {
            id: listing.id,
            channel_id: listing.channel_id,
            external_sku_id: listing.external_sku_id,
            variant_id,
          }
        : []
    })
    for (const channel_id of new Set(changed.map((one) => one.channel_id))) {
      await nudgeWaitingOrders(
        marketplaces,
        channel_id,
        changed
          .filter((one) => one.channel_id === channel_id)
          .map((one) => one.external_sku_id)
      )
    }
    return new StepResponse(changed, before)
  },
  async (before, { container }) => {
    if (before?.length) {
      await marketplacesOf(container).listingCatalogue.setLinks(before)
    }
  }
)

async function requireVariants(container: MedusaContainer, ids: string[]) {
  if (!ids.length) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id"],
    filters: { id: [...new Set(ids)] },
  })
  const missing = ids.filter((id) => !data.some((one) => one.id === id))
  if (missing.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no variant ${missing.join(", ")}. It may have been deleted; choose another one.`
    )
  }
}
