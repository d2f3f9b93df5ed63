import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  ListingKey,
  ListingStock,
  StockOutcome,
  StockTarget,
} from "../../domain/provider/pushes-stock"
import { JsonObject } from "../../domain/shared/json"
import { reworded } from "../shared/errors"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import { isStockLock } from "./errors"
import { mapStock } from "./mappers"
import { readStockFailures, StockFailure } from "./stock-failures"
import { WireStockQuery, WireStockUpdate } from "./types"

/** Most SKUs of one inventory search. */
export const STOCK_READ_BATCH_SIZE = 600
/** Most SKUs of a product, and so of one inventory update. */
const MOST_SKUS = 100
/** The quantity is not allowed. */
const NOT_ALLOWED = "12052055"
/** Most units that a warehouse of a SKU can show. */
export const LARGEST_STOCK_QUANTITY = 99_999

/**
 * What TikTok shows right now, with the units that open orders hold.
 * @throws {MarketplaceError}
 */
export async function readStock(
  client: TikTokShopClient,
  access: ChannelAccess,
  listings: ListingKey[]
): Promise<ListingStock[]> {
  if (!listings.length) {
    return []
  }
  if (listings.length > STOCK_READ_BATCH_SIZE) {
    throw invalid(`no more than ${STOCK_READ_BATCH_SIZE} SKUs are read a call`)
  }
  const body: WireStockQuery = {
    sku_ids: listings.map(({ external_sku_id }) => external_sku_id),
  }
  const data = await client.call(access, {
    method: "POST",
    path: "/product/202309/inventory/search",
    query: { shop_cipher: access.channel.provider_data.shop_cipher },
    body,
    effect: "read",
    lane: "stock",
  })
  return understand("stock", () => mapStock(data, listings))
}

/** One product a call. */
export function groupTargets(targets: StockTarget[]): StockTarget[][] {
  const products = new Map<string, StockTarget[]>()
  for (const target of targets) {
    const { external_product_id } = target.listing
    const others = products.get(external_product_id) ?? []
    products.set(external_product_id, [...others, target])
  }
  return [...products.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / MOST_SKUS) }, (_, group) =>
      all.slice(group * MOST_SKUS, (group + 1) * MOST_SKUS)
    )
  )
}

/**
 * Writes the units for sale of one product's SKUs, once; units of open orders are no part
 * of the number. Numbers above what TikTok can show are cut off. TikTok answers success and
 * names the SKUs that failed; of those the error may be `outcome_unknown`.
 * @throws {MarketplaceError} of the call as a whole; `outcome_unknown` when the answer was
 * lost or cannot be understood.
 */
export async function pushStock(
  client: TikTokShopClient,
  access: ChannelAccess,
  group: StockTarget[]
): Promise<StockOutcome[]> {
  const [first, ...others] = group
  if (!first) {
    return []
  }
  const { external_product_id } = first.listing
  const body = bodyOf(external_product_id, group)
  let data: JsonObject
  try {
    data = await client.call(access, {
      method: "POST",
      path: `/product/202309/products/${encodeURIComponent(external_product_id)}/inventory/update`,
      query: { shop_cipher: access.channel.provider_data.shop_cipher },
      body,
      effect: "write",
      lane: "stock",
      once: true,
    })
  } catch (error) {
    if (isLock(error) && !others.length) {
      return [{ listing: first.listing, ok: false, locked: true, error }]
    }
    throw error
  }
  return outcomes(group, readStockFailures(data))
}

function bodyOf(product_id: string, group: StockTarget[]): WireStockUpdate {
  if (group.length > MOST_SKUS) {
    throw invalid(`no more than ${MOST_SKUS} SKUs are written a call`)
  }
  return {
    skus: group.map(({ listing, warehouses }) => {
      if (listing.external_product_id !== product_id) {
        throw invalid("stock is written for one product a call")
      }
      if (!warehouses.length) {
        throw invalid(`SKU ${listing.external_sku_id} has no warehouse`)
      }
      return {
        id: listing.external_sku_id,
        inventory: warehouses.map(({ warehouse_external_id, quantity }) => ({
          warehouse_id: warehouse_external_id,
          quantity: Math.min(
            Math.max(Math.floor(quantity), 0),
            LARGEST_STOCK_QUANTITY
          ),
        })),
      }
    }),
  }
}

/** A failure that names no SKU may be anybody's: then nobody's success is sure. */
function outcomes(
  group: StockTarget[],
  failures: StockFailure[]
): StockOutcome[] {
  const known = new Set(group.map(({ listing }) => listing.external_sku_id))
  const [only, ...others] = group
  const named = failures.map((failure) => ({
    ...failure,
    sku_id: others.length ? failure.sku_id : only.listing.external_sku_id,
  }))
  const stray = named.find(
    ({ sku_id }) => sku_id === null || !known.has(sku_id)
  )
  return group.map(({ listing, warehouses }): StockOutcome => {
    const mine = named.filter(
      ({ sku_id }) => sku_id === listing.external_sku_id
    )
    const failure = mine.find(({ locked }) => locked) ?? mine[0]
    if (failure) {
      const { locked, error } = failure
      const has_none = warehouses.some(({ quantity }) => quantity <= 0)
      return {
        listing,
        ok: false,
        locked,
        error: has_none ? sayingZero(error) : error,
      }
    }
    if (stray) {
      const { error } = stray
      const unsure = reworded(error, "outcome_unknown", error.message)
      return { listing, ok: false, locked: false, error: unsure }
    }
    return { listing, ok: true }
  })
}

/**
 * TikTok's page says that 0 is not taken, an older one that it is. A product of several SKUs
 * cannot be taken off sale for one of them, so that is left to a person.
 */
function sayingZero(error: MarketplaceError): MarketplaceError {
  return error.code === NOT_ALLOWED
    ? reworded(
        error,
        error.kind,
        `${error.message}. TikTok Shop does not take 0 for this SKU: deactivate the SKU or its product in Seller Center until there is stock again`
      )
    : error
}

function isLock(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    error.kind === "rejected" &&
    isStockLock(error.code ?? "", null)
  )
}

function invalid(reason: string): MarketplaceError {
  return new MarketplaceError({
    kind: "invalid_request",
    message: `TikTok Shop: ${reason}`,
  })
}
