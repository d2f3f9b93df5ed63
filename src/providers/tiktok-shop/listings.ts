import { NeutralListing } from "../../domain/listings/neutral-listing"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Page } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { LeftOut } from "../shared/left-out"
import { TikTokShopClient } from "./client"
import { fieldsOf, mapListings } from "./mappers"
import { walkPages, WirePage } from "./pages"
import { WireProduct, WireProductDetail, WireProductFilter } from "./types"

const PAGE_SIZE = "100"
/** A search with more hits than this is refused. */
const MOST_HITS = 10_000
const TOO_MANY_HITS = "12052180"
/** Nothing was sold on TikTok Shop before 2020-01-01 (Unix seconds). */
const BEGINNING = 1_577_836_800
/** Product details asked for at the same time; the rate budget paces them as well. */
const DETAILS_AT_ONCE = 4

/** Creation times in Unix seconds, both inclusive. */
type Slice = { from: number; to: number }

/**
 * Every SKU of the shop that still exists, each once. Deleted products are left out: that
 * is how the host learns that their listings are gone.
 *
 * A product that cannot be understood hides no other: all others come, and then the
 * reading fails with its name, so that nothing counts as gone.
 *
 * @param now Unix seconds; products made later belong to the next reading.
 */
export async function* readListings(
  client: TikTokShopClient,
  access: ChannelAccess,
  now: number
): AsyncGenerator<Page<NeutralListing>> {
  const seen = new Set<string>()
  const left_out = new LeftOut("TikTok Shop")
  for await (const page of searchProducts(client, access, now)) {
    const products = page.items
      .filter(({ id }) => !seen.has(id))
      .map(({ json }) => fieldsOf<WireProduct>(json))
      .filter((product) => product.json.status !== "DELETED")
    page.items.forEach(({ id }) => seen.add(id))
    const listings: NeutralListing[] = []
    for (let start = 0; start < products.length; start += DETAILS_AT_ONCE) {
      const read = await Promise.all(
        products.slice(start, start + DETAILS_AT_ONCE).map(async (product) => {
          const detail = await readDetail(client, access, product)
          return left_out.read(keyOf(product), () =>
            mapListings(product, detail, access.channel.currency_code)
          )
        })
      )
      listings.push(...read.flatMap((some) => some ?? []))
    }
    yield { items: listings, total: null }
  }
  left_out.end()
}

/** All products in one search, or in slices by creation time, which never changes, when there are too many. */
async function* searchProducts(
  client: TikTokShopClient,
  access: ChannelAccess,
  now: number
): AsyncGenerator<WirePage> {
  const slices: (Slice | undefined)[] = [undefined]
  while (slices.length > 0) {
    const slice = slices.shift()
    try {
      yield* searchSlice(client, access, slice)
    } catch (error) {
      if (!isTooMany(error)) {
        throw error
      }
      slices.unshift(...halve(slice ?? { from: BEGINNING, to: now }, error))
    }
  }
}

async function* searchSlice(
  client: TikTokShopClient,
  access: ChannelAccess,
  slice: Slice | undefined
): AsyncGenerator<WirePage> {
  const body: WireProductFilter = slice
    ? { status: "ALL", create_time_ge: slice.from, create_time_le: slice.to }
    : { status: "ALL" }
  const pages = walkPages("products", (page_token) =>
    client.call(access, {
      method: "POST",
      path: "/product/202502/products/search",
      query: {
        shop_cipher: access.channel.provider_data.shop_cipher,
        page_size: PAGE_SIZE,
        page_token,
      },
      body,
      effect: "read",
      lane: "catalogue",
    })
  )
  for await (const page of pages) {
    if (page.total !== null && page.total > MOST_HITS) {
      throw tooMany(page.total)
    }
    yield page
  }
}

async function readDetail(
  client: TikTokShopClient,
  access: ChannelAccess,
  product: { json: JsonObject }
) {
  if (product.json.status === "FREEZE") {
    return null
  }
  try {
    const data = await client.call(access, {
      method: "GET",
      path: `/product/202309/products/${product.json.id}`,
      query: { shop_cipher: access.channel.provider_data.shop_cipher },
      effect: "read",
      lane: "catalogue",
    })
    return fieldsOf<WireProductDetail>(data)
  } catch (error) {
    // Deleted or frozen since the search: the search's own data stand.
    if (
      error instanceof MarketplaceError &&
      (error.kind === "not_found" || error.kind === "rejected")
    ) {
      return null
    }
    throw error
  }
}

function keyOf({ json }: { json: JsonObject }) {
  return { key: `${json.id}`, name: `${json.title || json.id}` }
}

function halve({ from, to }: Slice, error: unknown): Slice[] {
  if (from >= to) {
    throw error
  }
  const middle = Math.floor((from + to) / 2)
  return [
    { from, to: middle },
    { from: middle + 1, to },
  ]
}

function tooMany(total: number): MarketplaceError {
  return new MarketplaceError({
    kind: "rejected",
    code: TOO_MANY_HITS,
    message: `TikTok Shop: ${total} products match, more than a search may return`,
  })
}

function isTooMany(error: unknown): boolean {
  return error instanceof MarketplaceError && error.code === TOO_MANY_HITS
}
