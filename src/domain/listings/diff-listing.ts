import { NeutralListing } from "./neutral-listing"

/** Where a listing stands on its way to a variant. */
export const LINK_STATES = [
  "unlinked",
  "suggested",
  "linked",
  "changed",
  "gone",
] as const
export type LinkState = (typeof LINK_STATES)[number]

/** What of a listing is compared between two downloads. */
export const LISTING_FIELDS = [
  "title",
  "sku_title",
  "seller_sku",
  "barcode",
  "attributes",
  "description",
  "price",
  "currency_code",
  "image_urls",
  "image_url",
  "quantities",
  "components",
  "fulfilled_by",
  "active",
] as const satisfies readonly (keyof NeutralListing)[]
export type ListingField = (typeof LISTING_FIELDS)[number]
export type ListingContent = Pick<NeutralListing, ListingField>

/** Changes after which a person should look whether the link still fits. */
const IDENTIFYING: readonly ListingField[] = [
  "title",
  "sku_title",
  "seller_sku",
  "attributes",
]

/** The fields that a new download says otherwise; none when nothing changed. */
export function diffListing(
  stored: ListingContent,
  incoming: ListingContent
): { changed: ListingField[] } {
  const changed = LISTING_FIELDS.filter(
    (field) => comparable(stored[field]) !== comparable(incoming[field])
  )
  return { changed }
}

/**
 * True when what staff recognise the goods by has changed. The link itself survives,
 * for it follows the marketplace's ids.
 */
export function needsReview(changed: readonly ListingField[]): boolean {
  return changed.some((field) => IDENTIFYING.includes(field))
}

/** The state shown for a listing; the first that holds wins. */
export function linkState(listing: {
  /** The marketplace no longer lists it. */
  gone: boolean
  variant_id: string | null
  /** Changed since a person last confirmed the link. */
  needs_review: boolean
  has_suggestion: boolean
}): LinkState {
  if (listing.gone) {
    return "gone"
  }
  if (listing.variant_id) {
    return listing.needs_review ? "changed" : "linked"
  }
  return listing.has_suggestion ? "suggested" : "unlinked"
}

/** Attributes, quantities and components carry no order; pictures do. */
function comparable(value: ListingContent[ListingField]): string {
  if (!Array.isArray(value)) {
    return JSON.stringify(value ?? null)
  }
  const entries = value.map(entryText)
  const ordered = value.every((entry) => typeof entry === "string")
  return JSON.stringify(ordered ? entries : entries.sort())
}

function entryText(
  entry: string | { [name: string]: string | number }
): string {
  return typeof entry === "string"
    ? entry
    : JSON.stringify(
        Object.keys(entry)
          .sort()
          .map((key) => [key, entry[key]])
      )
}
