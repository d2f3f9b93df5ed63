import type { LinkState } from "../../../domain/listings/diff-listing"
import type { LinkEvidence } from "../../../domain/listings/match-listing"
import type { NeutralListing } from "../../../domain/listings/neutral-listing"
import type { JsonValue } from "../../../domain/shared/json"

export type VariantSummary = {
  id: string
  title: string | null
  sku: string | null
  product_id: string | null
  product_title: string | null
}

export type Suggestion = {
  variant_id: string
  variant?: VariantSummary | null
  evidence: LinkEvidence
  /** May be linked without asking. */
  certain?: boolean
}

export type ListingSuggestion = Suggestion & {
  listing_id: string
  listing?: Listing | null
}

export type Listing = {
  id: string
  channel_id: string
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  title: string
  sku_title: string | null
  price: number | null
  currency_code?: string
  image_url: string | null
  marketplace_quantity: number | null
  /** Whose warehouse the goods lie in. */
  fulfilled_by?: NeutralListing["fulfilled_by"]
  link_state: LinkState
  variant_id: string | null
  variant?: VariantSummary | null
  /** A user id, or `auto:` with the rule. */
  linked_by?: string | null
  suggestion: Suggestion | null
  /** What a download found otherwise since it was linked. */
  changes?: { field: string; from: JsonValue; to: JsonValue }[]
}

export type ListingCounts = {
  by_link_state: Partial<Record<LinkState, number>>
}
