import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  ListingStock,
  PushesStock,
  WarehouseStock,
} from "../../domain/provider/pushes-stock"
import { StockListingRow } from "../../modules/marketplace-channel/stock-rows"

export type StockReadings = {
  /** By listing id; listings that the marketplace does not have are missing. */
  readings: Map<string, WarehouseStock[]>
  /** Listings that the marketplace refuses to tell about, with what it said. */
  refused: Map<string, MarketplaceError>
}

/**
 * Reads what the marketplace shows, in as few calls as it allows. A listing that makes a call
 * fail is found by halving, so that it keeps no other from being read.
 */
export async function readStocks(
  provider: PushesStock,
  access: ChannelAccess,
  listings: StockListingRow[]
): Promise<StockReadings> {
  const result: StockReadings = { readings: new Map(), refused: new Map() }
  const size = provider.stock_read_batch_size
  for (let start = 0; start < listings.length; start += size) {
    await readBatch(
      provider,
      access,
      listings.slice(start, start + size),
      result
    )
  }
  return result
}

async function readBatch(
  provider: PushesStock,
  access: ChannelAccess,
  listings: StockListingRow[],
  result: StockReadings
): Promise<void> {
  let stocks: ListingStock[]
  try {
    stocks = await provider.readStock(access, listings)
  } catch (error) {
    if (!isAboutAListing(error)) {
      throw error
    }
    if (listings.length === 1) {
      result.refused.set(listings[0].id, error)
      return
    }
    const middle = Math.ceil(listings.length / 2)
    await readBatch(provider, access, listings.slice(0, middle), result)
    await readBatch(provider, access, listings.slice(middle), result)
    return
  }
  const ids = new Map(listings.map((one) => [one.external_sku_id, one.id]))
  for (const { listing, warehouses } of stocks) {
    const id = ids.get(listing.external_sku_id)
    if (id) {
      result.readings.set(id, warehouses)
    }
  }
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
