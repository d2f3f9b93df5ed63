import { MedusaContainer } from "@medusajs/framework/types"
import { ListingMatch } from "../../domain/listings/match-listing"
import { describeListings, loadVariants } from "./describe-listings"

/** Matches with both sides spelled out, so that a person can judge them. */
export async function describeMatches(
  container: MedusaContainer,
  matches: ListingMatch[]
) {
  const listings = await describeListings(
    container,
    matches.map(({ listing_id }) => listing_id)
  )
  const variants = await loadVariants(
    container,
    matches.map(({ variant_id }) => variant_id)
  )
  return matches.map((match) => ({
    ...match,
    listing: listings.find(({ id }) => id === match.listing_id) ?? null,
    variant: variants.get(match.variant_id) ?? null,
  }))
}
