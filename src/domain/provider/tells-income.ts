import { JsonObject } from "../shared/json"
import { OrderIncome } from "../statements/expected-income"
import { MarketplaceProvider } from "./marketplace-provider"

/** Optional: an order says by itself what it will pay. */
export interface TellsIncome {
  /** From a stored payload, purely; null while it does not say so. */
  mapIncome(payload: JsonObject): OrderIncome | null
}

export function tellsIncome(
  provider: MarketplaceProvider
): provider is MarketplaceProvider & TellsIncome {
  return "mapIncome" in provider
}
