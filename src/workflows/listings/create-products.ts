import { errorMessage } from "../../domain/shared/error-message"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { isTransient } from "../host-orders/utils/transient-error"
import { RunContext } from "../runs/run-context"
import { whileLocked } from "../locks"
import { completeInventory } from "./complete-inventory"
import { listingResult } from "./listing-result"
import { externalIdOf, makeProduct } from "./make-product"
import {
  findMadeVariants,
  findTakenCodes,
  loadProductSources,
  SourceListing,
  SourceProduct,
} from "./product-sources"
import { stockVariants } from "./stock-variants"
import { linkListingsWorkflow } from "./workflows/link-listings"

const WAIT_SECONDS = 60

/** Parameters of a product creation, as the route stores them. */
export type ProductCreationParams = { listing_ids: string[] }

/**
 * Makes Medusa products of listings, SKUs of one marketplace product together, and links
 * them. A product remembers what it was made from, so that repeating goes on where it
 * stopped. One product's failure is a result line; the others go on. Sets are left to people.
 * @throws what passes by itself, after all others, so that the run is begun again.
 */
export async function createProducts(context: RunContext): Promise<void> {
  const { listing_ids } = context.run.params as unknown as ProductCreationParams
  const sources = await loadProductSources(context.container, listing_ids)
  const progress = { phase: "creating", done: 0, total: sources.length }
  let passing: unknown = null
  for (const source of sources) {
    await context.report(progress)
    try {
      await context.addResults(await createOnce(context, source))
    } catch (error) {
      if (isTransient(error)) {
        passing = error
        continue
      }
      const reason = errorMessage(error)
      await context.addResults(
        source.listings.map((listing) => failed(source, listing, reason))
      )
    }
    progress.done += 1
  }
  if (passing) {
    throw passing
  }
  await context.report({ ...progress, phase: "done" })
}

/**
 * Two runs, or a process that took over a run of one that still lives, make a product once: the
 * second finds what the first has made.
 */
function createOnce(
  context: RunContext,
  source: SourceProduct
): Promise<RunResultLine[]> {
  const { container } = context
  return whileLocked(
    container,
    [`marketplaces:product:${source.channel.id}:${externalIdOf(source)}`],
    async () => {
      const ids = source.listings.map(({ id }) => id)
      const [current = source] = await loadProductSources(container, ids)
      return createProduct(context, current)
    },
    { timeout: WAIT_SECONDS }
  )
}

async function createProduct(
  context: RunContext,
  source: SourceProduct
): Promise<RunResultLine[]> {
  const { container } = context
  const linked = source.listings.filter(({ variant_id }) => variant_id)
  const unlinked = source.listings.filter(({ variant_id }) => !variant_id)
  const open = unlinked.filter(({ components }) => !components)
  const lines = [
    ...linked.map((listing) =>
      listingResult(source.channel, listing, "linked")
    ),
    // Its variant would have stock of its own, beside that of its parts.
    ...unlinked
      .filter(({ components }) => components)
      .map((listing) => listingResult(source.channel, listing, "set_not_made")),
  ]
  if (!open.length) {
    return lines
  }
  const made = await findMadeVariants(container, externalIdOf(source))
  const taken = await findTakenCodes(container, open)
  const refused = new Map<SourceListing, string>()
  for (const listing of open) {
    const reason = made.exists
      ? made.variants.has(listing.external_sku_id)
        ? null
        : "the product exists in Medusa already; add a variant for this SKU there and link it"
      : skuProblem(listing, open, taken.skus)
    if (reason) {
      refused.set(listing, reason)
    }
  }
  const listings = open.filter((listing) => !refused.has(listing))
  if (listings.length) {
    const variants = made.exists
      ? made.variants
      : await makeProduct(
          container,
          { ...source, listings },
          {
            external_id: externalIdOf(source),
            taken_barcodes: taken.barcodes,
            counted: true,
          }
        )
    if (made.exists) {
      await completeInventory(
        container,
        listings.flatMap((one) => variants.get(one.external_sku_id) ?? [])
      )
    }
    await stockVariants(container, source.channel, listings, variants)
    await linkListingsWorkflow(container).run({
      input: {
        links: listings.flatMap(({ id, external_sku_id }) => {
          const variant_id = variants.get(external_sku_id)
          return variant_id ? [{ listing_id: id, variant_id }] : []
        }),
        linked_by: context.run.created_by,
      },
    })
  }
  return [
    ...lines,
    ...listings.map((listing) =>
      listingResult(source.channel, listing, "product_created")
    ),
    ...[...refused].map(([listing, reason]) => failed(source, listing, reason)),
  ]
}

/** A SKU names one variant only; whose listing carries a known one most likely is that variant. */
function skuProblem(
  listing: SourceListing,
  all: SourceListing[],
  taken: ReadonlySet<string>
): string | null {
  const sku = listing.seller_sku?.trim()
  if (!sku) {
    return null
  }
  if (taken.has(sku)) {
    return `the SKU ${sku} belongs to a variant already; link the listing to it instead`
  }
  const first = all.find((one) => one.seller_sku?.trim() === sku)
  return first === listing
    ? null
    : `the SKU ${sku} is used twice in this product; correct it at the marketplace and download again`
}

function failed(
  { channel }: SourceProduct,
  listing: SourceListing,
  reason: string
): RunResultLine {
  return listingResult(channel, listing, "failed", { reason })
}
