import { MedusaContainer } from "@medusajs/framework/types"
import { listingFromLine } from "../../domain/listings/listing-from-line"
import { NeutralListing } from "../../domain/listings/neutral-listing"
import { makeMissingProducts } from "../listings/make-missing-products"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "./channel"
import { ImportableOrder } from "./importable-order"
import { ChannelFacts, loadPlanningFacts } from "./load-planning-facts"
import { mapCopies, planCopies, PlannedCopy, skusOf } from "./plan-copies"

type Planned = PlannedCopy<ImportableOrder>

/**
 * Plans stored copies. Where the channel always imports products, those that new orders
 * need and nobody can download are made first, so that their units have a variant.
 */
export async function planForImport(
  container: MedusaContainer,
  channel: Channel,
  rows: ImportableOrder[]
): Promise<{ planned: Planned[]; facts: ChannelFacts }> {
  const { providers } = marketplacesOf(container)
  const provider = providers.retrieve(channel.provider_id)
  const copies = mapCopies(provider, channel, rows)
  const load = () => loadPlanningFacts(container, channel, skusOf(copies))
  const facts = await load()
  const planned = planCopies(copies, facts)
  const missing = missingListings(planned)
  if (!missing.length) {
    return { planned, facts }
  }
  await makeMissingProducts(container, channel, missing)
  const complete = await load()
  return { planned: planCopies(copies, complete), facts: complete }
}

/** What the lines of new orders tell about products that cannot be downloaded; each SKU once. */
function missingListings(planned: Planned[]): NeutralListing[] {
  const listings = new Map<string, NeutralListing>()
  for (const { row, order, plan } of planned) {
    if (row.medusa_order_id !== null || !order || plan.kind !== "ready") {
      continue
    }
    const missing = plan.notes.filter(({ code }) => code === "product_missing")
    for (const { external_sku_id } of missing) {
      const line = order.lines.find(
        (one) => one.external_sku_id === external_sku_id
      )
      if (line) {
        listings.set(external_sku_id, listingFromLine(line, order))
      }
    }
  }
  return [...listings.values()]
}
