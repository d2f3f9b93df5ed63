import { ChannelAccess } from "./channel-access"
import { MarketplaceError } from "./marketplace-error"
import { MarketplaceProvider } from "./marketplace-provider"

/** A listing as a call names it. */
export type ListingKey = {
  external_product_id: string
  external_sku_id: string
}

/** One warehouse of a listing, as the marketplace counts it. */
export type WarehouseStock = {
  warehouse_external_id: string
  /** Units for sale. */
  available: number
  /** Units of open orders, no longer for sale; null where the marketplace does not tell. */
  committed: number | null
}

/** What the marketplace shows of a listing, as of a fresh read. */
export type ListingStock = {
  listing: ListingKey
  /** Every warehouse that the listing uses, also those that are not the seller's own. */
  warehouses: WarehouseStock[]
}

/** What a listing should show from now on. */
export type StockTarget = {
  listing: ListingKey
  /** Every warehouse of the reading that it was decided from. */
  warehouses: {
    warehouse_external_id: string
    /** Units for sale to be shown. */
    quantity: number
    /** Committed units of that reading: some marketplaces are told the sum of both. */
    committed: number | null
  }[]
}

/**
 * What became of one listing's target. The error of one that was not taken is `locked` while a
 * campaign holds the number, `rejected` for any other reason of the marketplace.
 */
export type StockOutcome =
  | { listing: ListingKey; ok: true }
  | { listing: ListingKey; ok: false; locked: boolean; error: MarketplaceError }

/** Optional: the shop's stock is shown on the marketplace. */
export interface PushesStock {
  /** Most listings that one call of `readStock` takes. */
  readonly stock_read_batch_size: number
  /** Most units that a warehouse of a listing can show; left out where there is no limit. */
  readonly largest_stock_quantity?: number
  /**
   * What a write tells the marketplace: the units for sale (when left out), or all that lie in
   * the warehouse, those of open orders included.
   */
  readonly written_stock?: "for_sale" | "on_hand"
  /** Reads afresh; listings that the marketplace does not have (any more) are left out. */
  readStock(
    access: ChannelAccess,
    listings: ListingKey[]
  ): Promise<ListingStock[]>
  /**
   * Optional: the stock of everything that the shop lists, page by page, where that takes fewer
   * calls than `readStock` would; for comparing, as it may be a little older. A listing may
   * come twice.
   */
  readAllStock?(access: ChannelAccess): AsyncIterable<ListingStock[]>
  /** Targets that one call writes, grouped as the marketplace takes them. */
  groupTargets(targets: StockTarget[]): StockTarget[][]
  /**
   * Writes one group with one call that is never repeated here. Every target is in the answer;
   * an accepted one may still not be shown: read it again.
   * @throws {MarketplaceError} of the call as a whole; `outcome_unknown` when the answer was lost.
   */
  pushStock(
    access: ChannelAccess,
    group: StockTarget[]
  ): Promise<StockOutcome[]>
}

export function pushesStock(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & PushesStock {
  return (
    "pushStock" in provider &&
    typeof provider.pushStock === "function" &&
    "readStock" in provider &&
    typeof provider.readStock === "function"
  )
}
