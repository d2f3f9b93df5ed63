import { MedusaContainer } from "@medusajs/framework/types"
import {
  ListingMatch,
  matchListings,
} from "../../domain/listings/match-listing"
import { normalizeCode } from "../../domain/listings/normalize-text"
import { MatchableListing } from "../../modules/marketplace-channel/services/listing-reader"
import { marketplacesOf } from "../marketplaces"
import { loadMatchVariants } from "./load-match-variants"

/**
 * Looks for variants for the unlinked listings of a channel and keeps the best proposal
 * on each; proposals that no longer hold are taken back. Links nothing.
 *
 * @returns the best match of each listing that has one.
 */
export async function suggestLinks(
  container: MedusaContainer,
  channel_id: string
): Promise<ListingMatch[]> {
  const { listingReader, listingCatalogue } = marketplacesOf(container)
  const listings = await listingReader.listMatchable(channel_id)
  const unlinked = listings.filter(({ variant_id }) => !variant_id)
  if (!unlinked.length) {
    return []
  }
  const matches = matchListings(
    [...unlinked, ...sharingCodes(listings, unlinked)],
    await loadMatchVariants(container)
  )
  const best = unlinked.flatMap(({ id }) => matches.get(id)?.[0] ?? [])
  const by_listing = new Map(best.map((match) => [match.listing_id, match]))
  await listingCatalogue.setSuggestions(
    unlinked.map(({ id }) => ({
      id,
      suggestion: toSuggestion(by_listing.get(id)),
    }))
  )
  return best
}

function toSuggestion(match: ListingMatch | undefined) {
  if (!match) {
    return null
  }
  const { variant_id, evidence, certain, score } = match
  return { variant_id, evidence, certain, score }
}

/** Linked listings that carry a code of an unlinked one: they tell when it means several goods. */
function sharingCodes(
  listings: MatchableListing[],
  unlinked: MatchableListing[]
): MatchableListing[] {
  const codes = new Set(
    unlinked.map(({ seller_sku }) => normalizeCode(seller_sku))
  )
  return listings.filter(
    ({ variant_id, seller_sku }) =>
      variant_id && codes.has(normalizeCode(seller_sku))
  )
}
