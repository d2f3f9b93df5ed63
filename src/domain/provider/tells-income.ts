import { JsonObject } from "../shared/json"
import { OrderIncome } from "../statements/expected-income"
import { MarketplaceProvider, OrderOwner } from "./marketplace-provider"

/** Optional: an order says by itself what it will pay. */
export interface TellsIncome {
  /** From a stored payload, purely; null while it does not say so, or not clearly. */
  mapIncome(payload: JsonObject, shop: OrderOwner): OrderIncome | null
}

export function tellsIncome(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & TellsIncome {
  return "mapIncome" in provider
}
