import { BlockReason } from "./block-reason"
import { NeutralOrder, NeutralOrderLine } from "./neutral-order"
import { LineNote } from "./order-plan"
import { ListingFacts, PlanningFacts, VariantFacts } from "./planning-facts"

/** What stands behind one marketplace line. */
export type LinePlan = {
  line: NeutralOrderLine
  /** Null: the line is made without a variant, and takes no stock. */
  variant: VariantFacts | null
  reason?: BlockReason
  note?: LineNote
}

const NOT_OURS = {
  marketplace: "fulfilled_by_marketplace",
  other_seller: "foreign_seller_items",
} as const satisfies Record<
  Exclude<NeutralOrderLine["fulfilled_by"], "seller">,
  LineNote["code"]
>

/**
 * Finds each line's variant.
 * @param needs_product false when nothing leaves the shop's stock for this order
 * (cancelled, or gone before counting began): then a missing link stops nobody.
 */
export function planLines(
  order: NeutralOrder,
  facts: PlanningFacts,
  needs_product: boolean
): LinePlan[] {
  return order.lines.map((line) => {
    if (line.fulfilled_by !== "seller") {
      return {
        line,
        variant: null,
        note: note(NOT_OURS[line.fulfilled_by], line),
      }
    }
    const listing = facts.listings.get(line.external_sku_id)
    const variant = listing?.variant ?? null
    if (variant && !variant.deleted) {
      return { line, variant }
    }
    if (!needs_product) {
      return {
        line,
        variant: null,
        note: note("imported_without_product", line),
      }
    }
    if (importsAnyway(line, listing, facts)) {
      return { line, variant: null, note: note("product_missing", line) }
    }
    return { line, variant: null, reason: missing(line, listing) }
  })
}

/** The reasons of all lines, one for each offending SKU. */
export function lineReasons(lines: LinePlan[]): BlockReason[] {
  const by_sku = new Map<string, BlockReason>()
  for (const { line, reason } of lines) {
    if (reason && !by_sku.has(line.external_sku_id)) {
      by_sku.set(line.external_sku_id, reason)
    }
  }
  return [...by_sku.values()]
}

/**
 * The setting is for products that can no longer be downloaded, nothing else. A set is none of
 * them: what is made of a line takes no stock, and its parts would be sold once more.
 */
function importsAnyway(
  line: NeutralOrderLine,
  listing: ListingFacts | undefined,
  facts: PlanningFacts
): boolean {
  const unobtainable = !listing || (listing.gone === true && !listing.variant)
  return (
    unobtainable &&
    !line.components?.length &&
    facts.settings.always_import_products
  )
}

function missing(
  line: NeutralOrderLine,
  listing: ListingFacts | undefined
): BlockReason {
  const params = {
    product: line.title,
    sku: line.seller_sku,
    external_sku_id: line.external_sku_id,
    external_product_id: line.external_product_id,
  }
  if (!listing) {
    return { code: "listing_not_downloaded", params }
  }
  return listing.variant
    ? {
        code: "variant_deleted",
        params: { ...params, variant_id: listing.variant.id },
      }
    : { code: "listing_not_linked", params }
}

function note(code: LineNote["code"], line: NeutralOrderLine): LineNote {
  return { code, external_sku_id: line.external_sku_id, product: line.title }
}
