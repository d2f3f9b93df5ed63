import { groupBy } from "../shared/group-by"
import { NeutralListing } from "./neutral-listing"
import {
  likeness,
  normalizeCode,
  normalizeText,
  wordsOf,
} from "./normalize-text"
import {
  MatchVariant,
  NamedProduct,
  VariantIndex,
  indexVariants,
} from "./variant-index"

export { normalizeText } from "./normalize-text"
export { indexVariants } from "./variant-index"
export type { MatchVariant, VariantIndex } from "./variant-index"

/** A listing that looks for its variant. */
export type MatchListing = { id: string } & Pick<
  NeutralListing,
  "seller_sku" | "barcode" | "title" | "sku_title" | "attributes"
>

/** Why two are held to be the same, in a form that a person can check. */
export type LinkEvidence = {
  rule: "sku" | "barcode" | "name"
  /** What both have in common: the SKU, the barcode, or the variant's full name. */
  value: string
}

export type ListingMatch = {
  listing_id: string
  variant_id: string
  evidence: LinkEvidence
  /** May be linked without asking. */
  certain: boolean
  /** 0 to 1; 1 for a certain one. */
  score: number
}

/** Scores of suggestions, so that stronger evidence always comes first. */
const SCORE = { ambiguous_sku: 0.95, barcode: 0.9, name_at_most: 0.85 }
const NAME_SCORE_AT_LEAST = 0.5
const SUGGESTIONS_AT_MOST = 3
/** Words that more products than this carry tell nothing. */
const COMMON_WORD_PRODUCTS = 300

/**
 * Looks for the variant of each listing: the exact SKU first, then the SKU regardless
 * of case and spaces; only these may be certain. Barcode and name only suggest.
 *
 * @param listings all of one channel that are to be matched: a code used for different
 * goods is recognised only when they come together.
 * @returns matches by listing id, best first; listings without any are left out.
 */
export function matchListings(
  listings: MatchListing[],
  variants: MatchVariant[] | VariantIndex
): Map<string, ListingMatch[]> {
  const index = Array.isArray(variants) ? indexVariants(variants) : variants
  const shared = sharedCodes(listings)
  const matches = new Map<string, ListingMatch[]>()
  for (const listing of listings) {
    const found = matchListing(listing, index, shared)
    if (found.length > 0) {
      matches.set(listing.id, found)
    }
  }
  return matches
}

function matchListing(
  listing: MatchListing,
  index: VariantIndex,
  shared: ReadonlySet<string>
): ListingMatch[] {
  const by_sku = matchSku(listing, index, shared)
  if (by_sku[0]?.certain) {
    return by_sku
  }
  return best([
    ...by_sku,
    ...matchBarcode(listing, index),
    ...matchName(listing, index),
  ])
}

/**
 * Certain when exactly one variant has the code, the code means one thing in this
 * channel, and no barcode speaks against it.
 */
function matchSku(
  listing: MatchListing,
  index: VariantIndex,
  shared: ReadonlySet<string>
): ListingMatch[] {
  const code = normalizeCode(listing.seller_sku)
  const variants =
    index.by_sku.get((listing.seller_sku ?? "").trim()) ??
    index.by_normalized_sku.get(code) ??
    []
  const by_barcode = index.by_barcode.get(normalizeCode(listing.barcode))
  const certain =
    variants.length === 1 &&
    !shared.has(code) &&
    (!by_barcode || by_barcode.includes(variants[0]))
  const score = certain ? 1 : SCORE.ambiguous_sku
  return variants.map((variant) => ({
    listing_id: listing.id,
    variant_id: variant.id,
    evidence: { rule: "sku", value: variant.sku ?? "" },
    certain,
    score,
  }))
}

/** Codes that the channel uses for goods of different names. */
function sharedCodes(listings: MatchListing[]): Set<string> {
  const by_code = groupBy(listings, ({ seller_sku }) =>
    normalizeCode(seller_sku)
  )
  const shared = [...by_code].filter(([, same]) => {
    const names = same.map((listing) => normalizeText(fullName(listing)))
    return new Set(names).size > 1
  })
  return new Set(shared.map(([code]) => code))
}

function fullName({ title, sku_title, attributes }: MatchListing): string {
  const values = attributes.map(({ value }) => value).join(" ")
  return `${title} ${sku_title ?? values}`
}

function matchBarcode(
  listing: MatchListing,
  index: VariantIndex
): ListingMatch[] {
  const variants = index.by_barcode.get(normalizeCode(listing.barcode)) ?? []
  return variants.map((variant) =>
    suggest(listing, variant, SCORE.barcode, {
      rule: "barcode",
      value: variant.barcode ?? "",
    })
  )
}

function matchName(listing: MatchListing, index: VariantIndex): ListingMatch[] {
  const title = wordsOf(listing.title)
  const wanted = wordsOf(
    [listing.sku_title ?? "", ...listing.attributes.map((a) => a.value)].join(
      " "
    )
  )
  return [...productsLike(title, index)].flatMap((product) => {
    const name = likeness(title, product.words)
    const variants = name < NAME_SCORE_AT_LEAST ? [] : product.variants
    return variants.flatMap(({ variant, option_words }) => {
      const alike = 0.6 * name + 0.4 * likeness(wanted, option_words)
      return alike < NAME_SCORE_AT_LEAST
        ? []
        : suggest(listing, variant, alike * SCORE.name_at_most, {
            rule: "name",
            value: [variant.product_title, ...variant.option_values].join(
              " · "
            ),
          })
    })
  })
}

function productsLike(
  title: ReadonlySet<string>,
  index: VariantIndex
): Set<NamedProduct> {
  const found = new Set<NamedProduct>()
  for (const word of title) {
    const products = index.by_word.get(word) ?? []
    if (products.length <= COMMON_WORD_PRODUCTS) {
      products.forEach((product) => found.add(product))
    }
  }
  return found
}

function suggest(
  listing: MatchListing,
  variant: MatchVariant,
  score: number,
  evidence: LinkEvidence
): ListingMatch {
  const { id: listing_id } = listing
  return { listing_id, variant_id: variant.id, evidence, certain: false, score }
}

/** The strongest evidence for each variant, best first. */
function best(matches: ListingMatch[]): ListingMatch[] {
  const by_variant = new Map<string, ListingMatch>()
  for (const match of matches) {
    const known = by_variant.get(match.variant_id)
    if (!known || match.score > known.score) {
      by_variant.set(match.variant_id, match)
    }
  }
  return [...by_variant.values()]
    .sort((a, b) => b.score - a.score || (a.variant_id < b.variant_id ? -1 : 1))
    .slice(0, SUGGESTIONS_AT_MOST)
}
