import { ChannelAccess } from "../../domain/provider/channel-access"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  isWithoutEffect,
  MarketplaceError,
} from "../../domain/provider/marketplace-error"
import {
  ListingKey,
  ListingStock,
  StockOutcome,
  StockTarget,
} from "../../domain/provider/pushes-stock"
import { JsonValue } from "../../domain/shared/json"
import { isObject } from "../shared/json"
import { understand } from "./answer"
import { TikiClient } from "./client"
import { fieldsOf, isSellable, mapStock, offerIdOf } from "./mappers"
import { WireProduct, WireUpdateSku, WireWarehouseQuantity } from "./types"
import { WireBody, wireId } from "./wire-id"

/** A call reads one product: more at once would be old before the last of them is written. */
export const STOCK_READ_BATCH_SIZE = 10

/** updateSku is told what lies in a warehouse; Tiki takes the units of open orders off itself. */
export const WRITTEN_STOCK = "on_hand"

/** States of a change that Tiki has not taken ("State of a request"). */
const NOT_TAKEN = ["rejected", "deleted"]

/**
 * Tiki gives no codes; what it writes about a product whose stock a promotion holds is not
 * documented. Words that are missed here only make a refusal of what is a lock.
 */
const LOCKED =
  /\b(un)?lock(ed)?\b|campaign|flash ?sale|\bdeals?\b|chương trình|chiến dịch|khuyến m[aã]i|bị kho[áa]/iu

/** Kinds of failures that are about the product of the call, not about the call as such. */
const ABOUT_THE_PRODUCT: MarketplaceError["kind"][] = [
  "rejected",
  "not_found",
  "invalid_request",
]

/**
 * What Tiki shows right now, one call per product, all of a batch at once. Goods in Tiki's
 * own warehouse come without a warehouse: they are never the seller's to write.
 * @throws {MarketplaceError} the first failure, once every call has ended.
 */
export async function readStock(
  client: TikiClient,
  access: ChannelAccess,
  listings: ListingKey[]
): Promise<ListingStock[]> {
  const readings = await Promise.allSettled(
    listings.map((listing) => readOne(client, access, listing))
  )
  return readings.flatMap((reading) => {
    if (reading.status === "rejected") {
      throw reading.reason
    }
    return reading.value ?? []
  })
}

/** Tiki takes one product a call. */
export function groupTargets(targets: StockTarget[]): StockTarget[][] {
  return targets.map((target) => [target])
}

/**
 * Writes one product's stock, once.
 *
 * Told is what lies in each warehouse, units of open orders included, as Tiki takes those off
 * itself: the wanted number and what was committed in the same reading. "approved" does not
 * prove that anything changed.
 * @throws {MarketplaceError} of the call as such; `outcome_unknown` when the answer was lost.
 */
export async function pushStock(
  client: TikiClient,
  access: ChannelAccess,
  group: StockTarget[]
): Promise<StockOutcome[]> {
  const [target, ...more] = group
  if (!target || more.length > 0) {
    throw new MarketplaceError({
      kind: "invalid_request",
      message: `Tiki: stock is written for one product a call, not for ${group.length}`,
    })
  }
  const { listing } = target
  try {
    const json = await client.call(access, {
      method: "PUT",
      path: "/v2.1/products/updateSku",
      body: bodyOf(target),
      effect: "write",
      lane: "stock",
      once: true,
    })
    requireTaken(listing, json)
    return [{ listing, ok: true }]
  } catch (error) {
    if (!isWithoutEffect(error) || !ABOUT_THE_PRODUCT.includes(error.kind)) {
      throw error
    }
    return [{ listing, ok: false, locked: isLock(error), error }]
  }
}

/** Null for a product that Tiki does not have (any more), or that nobody can buy. */
async function readOne(
  client: TikiClient,
  access: ChannelAccess,
  listing: ListingKey
): Promise<ListingStock | null> {
  const id = listing.external_sku_id
  const json = await client
    .call(access, {
      method: "GET",
      path: `/v2.1/products/${encodeURIComponent(id)}`,
      query: { includes: "inventory" },
      effect: "read",
      lane: "stock",
    })
    .catch(nullIfNotFound)
  return json === null
    ? null
    : understand(`product ${id}`, () => {
        const product = fieldsOf<WireProduct>(json)
        const found = offerIdOf(product)
        if (found !== id) {
          throw new MappingError(product.at("id"), `is ${found}`)
        }
        return isSellable(product)
          ? { listing, warehouses: mapStock(product) }
          : null
      })
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof MarketplaceError && error.kind === "not_found") {
    return null
  }
  throw error
}

function bodyOf({ listing, warehouses }: StockTarget): WireBody<WireUpdateSku> {
  if (warehouses.length === 0) {
    throw new MarketplaceError({
      kind: "invalid_request",
      message: `Tiki: product ${listing.external_sku_id} has no warehouse to write to`,
    })
  }
  return {
    product_id: wireId(listing.external_sku_id),
    warehouse_quantities: warehouses.map(
      ({
        warehouse_external_id,
        quantity,
        committed,
      }): WireBody<WireWarehouseQuantity> => ({
        warehouse_id: wireId(warehouse_external_id),
        qty_available: quantity + (committed ?? 0),
      })
    ),
  }
}

/** @throws {MarketplaceError} `rejected` when the answer says that nothing was taken. */
function requireTaken({ external_sku_id }: ListingKey, json: JsonValue): void {
  const state = isObject(json) ? String(json.state) : ""
  if (NOT_TAKEN.includes(state)) {
    throw new MarketplaceError({
      kind: "rejected",
      message: `Tiki: the stock of product ${external_sku_id} was not taken (${state})`,
    })
  }
}

function isLock({ message }: MarketplaceError): boolean {
  return LOCKED.test(message.normalize("NFC"))
}
