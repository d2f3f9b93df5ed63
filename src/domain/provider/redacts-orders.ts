import { JsonObject } from "../shared/json"
import { MarketplaceProvider } from "./marketplace-provider"

/** Optional: orders can be kept without their buyers. */
export interface RedactsOrders {
  /**
   * A stored payload without anything of the buyer, purely. What the rules for status, goods,
   * parcels and money read is kept as it is: apart from `buyer`, `recipient` and the words of a
   * cancellation, `mapOrder` says the same of it. Redacting it again changes nothing.
   *
   * Fields are named that stay, not those that go: what a marketplace adds one day is not kept
   * by mistake.
   */
  redactOrder(payload: JsonObject): JsonObject
}

export function redactsOrders(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & RedactsOrders {
  return "redactOrder" in provider
}
