import { confirmationActions } from "../../domain/orders/confirmation-actions"
import { OrderAction } from "../../domain/orders/order-action"
import { isCancelled, OrderStatus } from "../../domain/orders/order-status"
import { confirmsOrders } from "../../domain/provider/confirms-orders"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  MarketplaceProvider,
  OrderOwner,
} from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"

type StoredOrder = {
  status: string | null
  import_state: string
  payload: Record<string, unknown>
}

/**
 * What staff may do with an order at its marketplace, from the stored copy: a proposal, for
 * the order is read afresh before anything is done.
 */
export function orderActions(
  provider: MarketplaceProvider,
  shop: OrderOwner,
  { status, import_state, payload }: StoredOrder
): OrderAction[] {
  if (!confirmsOrders(provider) || isOver(status)) {
    return []
  }
  try {
    return confirmationActions(
      provider.mapOrder(payload as JsonObject, shop),
      import_state
    )
  } catch (error) {
    if (error instanceof MappingError) {
      return []
    }
    throw error
  }
}

/** Most orders of a shop are over; their copies are not looked into. */
function isOver(status: string | null): boolean {
  return (
    status === "succeeded" ||
    (status !== null && isCancelled(status as OrderStatus))
  )
}
