import { NeutralListing } from "../../domain/listings/neutral-listing"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { Page } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { LeftOut } from "../shared/left-out"
import { TikiClient } from "./client"
import { fieldsOf, isSellable, mapListing } from "./mappers"
import { PAGE_SIZE, walkPages } from "./pages"
import { WireProduct } from "./types"

/** A product that vanishes while pages turn moves another one onto a page already read. */
const PASSES = 2

/**
 * Every offer of the seller, each once. Tiki's date filters are left alone: nobody has
 * seen them work.
 *
 * A product that cannot be understood hides no other: all others come, and then the
 * reading fails with its name, so that nothing counts as gone.
 */
export async function* readListings(
  client: TikiClient,
  access: ChannelAccess
): AsyncGenerator<Page<NeutralListing>> {
  const seen = new Set<string>()
  const left_out = new LeftOut("Tiki")
  let total: number | null = null
  for (let pass = 0; pass < PASSES; pass++) {
    let met = 0
    for await (const page of readProducts(client, access)) {
      total ??= page.total
      met += page.items.length
      const items = page.items.flatMap((json) => {
        const listing = readListing(json, left_out)
        const is_new = listing && !seen.has(listing.external_sku_id)
        return is_new && seen.add(listing.external_sku_id) ? [listing] : []
      })
      yield { items, total }
    }
    if (met >= (total ?? 0)) {
      break
    }
  }
  left_out.end()
}

/** Everything that the seller offers, as it came, with its stock. */
export function readProducts(client: TikiClient, access: ChannelAccess) {
  return walkPages("products", (page) =>
    client.call(access, {
      method: "GET",
      path: "/v2.1/products",
      query: {
        include: "inventory",
        page: String(page),
        limit: String(PAGE_SIZE),
      },
      effect: "read",
      lane: "catalogue",
    })
  )
}

/** Null for a product that is no offer, or that cannot be understood. */
function readListing(
  json: JsonObject,
  left_out: LeftOut
): NeutralListing | null {
  const product = {
    key: JSON.stringify([json.product_id, json.id, json.name]),
    name: `${json.name ?? json.original_sku ?? "?"}`,
  }
  return left_out.read(product, () => {
    const fields = fieldsOf<WireProduct>(json)
    return isSellable(fields) ? mapListing(fields) : null
  })
}
