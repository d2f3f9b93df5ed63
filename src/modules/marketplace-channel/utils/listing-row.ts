import { generateEntityId } from "@medusajs/framework/utils"
import {
  diffListing,
  LinkState,
  linkState,
  ListingContent,
  ListingField,
  needsReview,
} from "../../../domain/listings/diff-listing"
import { NeutralListing } from "../../../domain/listings/neutral-listing"
import { toMajorUnit } from "../../../domain/shared/amount"
import { JsonValue } from "../../../domain/shared/json"

/** A change since the link was last confirmed. */
export type ListingChange = {
  field: ListingField
  from: JsonValue
  to: JsonValue
}

export type ListingBrief = {
  id: string
  external_product_id: string
  external_sku_id: string
  title: string
  sku_title: string | null
  seller_sku: string | null
}

export type SavedListing = ListingBrief & {
  outcome: "created" | "changed" | "unchanged"
  changed: ListingField[]
}

/** A listing as the table holds it, as far as a new reading is compared with it. */
export type StoredListing = ListingContent & {
  id: string
  external_sku_id: string
  variant_id: string | null
  suggestion: JsonValue
  changes: ListingChange[]
  gone_at: string | null
  created_at: string
}

/** A listing about to be written; amounts in the major unit. */
export type ListingRow = ListingContent & {
  id: string
  external_product_id: string
  external_sku_id: string
  raw_price: { value: string; precision: number } | null
  marketplace_quantity: number
  external_updated_at: Date | null
  link_state: LinkState
  changes: ListingChange[]
}

export function toListingRow(listing: NeutralListing): ListingRow {
  const { price, currency_code } = listing
  const major = price === null ? null : toMajorUnit(price, currency_code)
  return {
    ...listing,
    id: generateEntityId(undefined, "mplist"),
    price: major,
    raw_price: major === null ? null : { value: String(major), precision: 20 },
    marketplace_quantity: listing.quantities.reduce(
      (sum, { quantity }) => sum + quantity,
      0
    ),
    link_state: "unlinked",
    changes: [],
  }
}

/** What a new reading makes of a stored listing; rows made since `read_at` count as created. */
export function compareListing(
  stored: StoredListing | undefined,
  row: ListingRow,
  read_at: Date
): {
  row: ListingRow
  outcome: SavedListing["outcome"]
  changed: ListingField[]
  write: boolean
} {
  if (!stored) {
    return { row, outcome: "created", changed: [], write: true }
  }
  const { changed } = diffListing(stored, row)
  const changes = stored.variant_id ? mergeChanges(stored, row, changed) : []
  const next: ListingRow = {
    ...row,
    id: stored.id,
    changes,
    link_state: linkState({
      gone: false,
      variant_id: stored.variant_id,
      needs_review: changes.length > 0,
      has_suggestion: stored.suggestion !== null,
    }),
  }
  const different = changed.length > 0 || stored.gone_at !== null
  const created = new Date(stored.created_at) >= read_at
  return {
    row: next,
    outcome: created ? "created" : different ? "changed" : "unchanged",
    changed,
    write: different,
  }
}

/** Adds what has changed to what was not confirmed yet; a change taken back is no change. */
function mergeChanges(
  stored: StoredListing,
  row: ListingRow,
  changed: ListingField[]
): ListingChange[] {
  const merged = new Map(stored.changes.map((one) => [one.field, one]))
  for (const field of changed.filter((one) => needsReview([one]))) {
    const from = merged.get(field)?.from ?? (stored[field] as JsonValue)
    const to = row[field] as JsonValue
    if (JSON.stringify(from) === JSON.stringify(to)) {
      merged.delete(field)
    } else {
      merged.set(field, { field, from, to })
    }
  }
  return [...merged.values()]
}
