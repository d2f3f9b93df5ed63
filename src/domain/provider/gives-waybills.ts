import { ParcelKey } from "./arranges-shipments"
import { ChannelAccess } from "./channel-access"
import { MarketplaceProvider } from "./marketplace-provider"

export const WAYBILL_SIZES = ["A6", "A5"] as const
export type WaybillSize = (typeof WAYBILL_SIZES)[number]

export type WaybillWish = {
  size: WaybillSize
  /** Also a page that lists the contents, where the marketplace makes one. */
  with_packing_slip: boolean
}

/** A waybill as the marketplace made it; it holds the buyer's data. */
export type Waybill =
  | { kind: "pdf"; content: Uint8Array; tracking_number: string | null }
  | {
      kind: "html"
      content: string
      tracking_number: string | null
      /** Where the page is from: what it refers to is looked for there, and nowhere else. */
      base_url?: string | null
    }

/** Optional: the marketplace makes the waybills of arranged parcels. */
export interface GivesWaybills {
  /**
   * Fetches one waybill; asking again gives it again, for nothing.
   * @throws {MarketplaceError} `not_ready` while the marketplace is still making it, `rejected`
   * when there is none (not arranged yet, collected already, cancelled).
   */
  readWaybill(
    access: ChannelAccess,
    parcel: ParcelKey,
    wish: WaybillWish
  ): Promise<Waybill>
}

export function givesWaybills(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & GivesWaybills {
  return "readWaybill" in provider && typeof provider.readWaybill === "function"
}
