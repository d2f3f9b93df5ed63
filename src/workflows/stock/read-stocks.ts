import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  ListingStock,
  PushesStock,
  WarehouseStock,
} from "../../domain/provider/pushes-stock"
import { boundedUnits } from "../../domain/stock/bounded-units"
import { StockListingRow } from "../../modules/marketplace-channel/stock-rows"

export type StockReadings = {
  /** By listing id; listings that the marketplace does not have are missing. */
  readings: Map<string, WarehouseStock[]>
  /** Listings that the marketplace refuses to tell about, with what it said. */
  refused: Map<string, MarketplaceError>
  /** Listings that could not be read this time, while others could. */
  unavailable: Set<string>
}

export type ReadOptions = {
  /**
   * Reading failed before: a failure of the marketplace is taken for one of a listing as long
   * as others can be read, so that it keeps no other from being followed.
   */
  careful: boolean
}

/** A careful reading ends after so many failures, or so long (milliseconds). */
const MOST_FAILURES = 8
const LONGEST_SEARCH_MS = 10_000

type Reading = StockReadings & { may_search: () => boolean; failures: number }

/**
 * Reads what the marketplace shows, in as few calls as it allows. A listing that makes a call
 * fail is found by halving, so that it keeps no other from being read.
 * @throws {MarketplaceError} when the marketplace tells nothing.
 */
export async function readStocks(
  provider: PushesStock,
  access: ChannelAccess,
  listings: StockListingRow[],
  { careful }: ReadOptions = { careful: false }
): Promise<StockReadings> {
  const end = Date.now() + LONGEST_SEARCH_MS
  const result: Reading = {
    readings: new Map(),
    refused: new Map(),
    unavailable: new Set(),
    failures: 0,
    may_search: () =>
      careful && result.failures < MOST_FAILURES && Date.now() < end,
  }
  const size = provider.stock_read_batch_size
  for (let start = 0; start < listings.length; start += size) {
    await readBatch(
      provider,
      access,
      listings.slice(start, start + size),
      result
    )
  }
  const { readings, refused, unavailable } = result
  return { readings, refused, unavailable }
}

async function readBatch(
  provider: PushesStock,
  access: ChannelAccess,
  listings: StockListingRow[],
  result: Reading
): Promise<void> {
  let stocks: ListingStock[]
  try {
    stocks = await provider.readStock(access, listings)
  } catch (error) {
    if (isUnavailable(error)) {
      result.failures += 1
      await searchThrough(provider, access, listings, result, error)
      return
    }
    if (!isAboutAListing(error)) {
      throw error
    }
    if (listings.length === 1) {
      result.refused.set(listings[0].id, error)
      return
    }
    for (const half of halvesOf(listings)) {
      await readBatch(provider, access, half, result)
    }
    return
  }
  const ids = new Map(listings.map((one) => [one.external_sku_id, one.id]))
  for (const { listing, warehouses } of stocks) {
    const id = ids.get(listing.external_sku_id)
    if (id) {
      result.readings.set(id, warehouses.map(bounded))
    }
  }
}

/** @throws {MarketplaceError} the given one, when no half of them can be read. */
async function searchThrough(
  provider: PushesStock,
  access: ChannelAccess,
  listings: StockListingRow[],
  result: Reading,
  error: MarketplaceError
): Promise<void> {
  if (listings.length === 1 || !result.may_search()) {
    throw error
  }
  const failed: StockListingRow[][] = []
  const halves = halvesOf(listings)
  for (const half of halves) {
    try {
      await readBatch(provider, access, half, result)
    } catch (found) {
      if (!isUnavailable(found)) {
        throw found
      }
      failed.push(half)
    }
  }
  if (failed.length === halves.length) {
    throw error
  }
  for (const { id } of failed.flat()) {
    result.unavailable.add(id)
  }
}

function bounded(warehouse: WarehouseStock): WarehouseStock {
  const { available, committed } = warehouse
  return {
    ...warehouse,
    available: boundedUnits(available),
    committed: committed === null ? null : boundedUnits(committed),
  }
}

function halvesOf(listings: StockListingRow[]): StockListingRow[][] {
  const middle = Math.ceil(listings.length / 2)
  return [listings.slice(0, middle), listings.slice(middle)]
}

function isUnavailable(error: unknown): error is MarketplaceError {
  return error instanceof MarketplaceError && error.kind === "unavailable"
}

/** Failures that one listing of a call may have caused. */
function isAboutAListing(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    ["rejected", "invalid_request", "invalid_response", "not_found"].includes(
      error.kind
    )
  )
}
