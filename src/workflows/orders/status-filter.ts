import {
  determineStatus,
  UNTOUCHED,
} from "../../domain/orders/determine-status"
import { OrderStatus } from "../../domain/orders/order-status"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  MarketplaceProvider,
  OrderOwner,
  RawOrder,
} from "../../domain/provider/marketplace-provider"

/**
 * True when a raw order is in one of the statuses a person chose. The marketplace's own
 * filter is coarser: it cannot tell who cancelled. An order that cannot be understood
 * is kept, so that it is parked and seen.
 */
export function hasStatus(
  provider: MarketplaceProvider,
  shop: OrderOwner,
  raw: RawOrder,
  statuses: OrderStatus[] | undefined
): boolean {
  if (!statuses?.length) {
    return true
  }
  try {
    const order = provider.mapOrder(raw.payload, shop)
    const decision = determineStatus(order, UNTOUCHED)
    return decision.kind !== "status" || statuses.includes(decision.status)
  } catch (error) {
    if (error instanceof MappingError) {
      return true
    }
    throw error
  }
}
