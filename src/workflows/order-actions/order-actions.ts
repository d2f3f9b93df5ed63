import { confirmationActions } from "../../domain/orders/confirmation-actions"
import { OrderAction } from "../../domain/orders/order-action"
import { isCancelled, OrderStatus } from "../../domain/orders/order-status"
import { ParcelMark } from "../../domain/parcels/parcel-mark"
import { shopActions } from "../../domain/parcels/shop-actions"
import { arrangesShipments } from "../../domain/provider/arranges-shipments"
import { confirmsOrders } from "../../domain/provider/confirms-orders"
import { givesWaybills } from "../../domain/provider/gives-waybills"
import { MappingError } from "../../domain/provider/mapping-error"
import {
  MarketplaceProvider,
  OrderOwner,
} from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"

type StoredOrder = {
  status: string | null
  import_state: string
  import_rule: string | null
  payload: Record<string, unknown>
}

/** What is known of an order beside its copy. */
type Circumstances = {
  /** What the shop did with its parcels. */
  marks: ParcelMark[]
  /** False for a channel that makes no calls: what the shop does by itself goes on. */
  makes_calls: boolean
}

/**
 * What staff may do with an order now, from the stored copy: a proposal, for what is asked of
 * the marketplace is decided from a fresh copy.
 */
export function orderActions(
  provider: MarketplaceProvider,
  shop: OrderOwner,
  { status, import_state, import_rule, payload }: StoredOrder,
  { marks, makes_calls }: Circumstances
): OrderAction[] {
  const stands = status as OrderStatus | null
  if (stands === null || isOver(stands) || import_state === "ignored") {
    return []
  }
  if (stands === "succeeded") {
    return mayComeBack(import_rule, marks) ? ["mark_returned"] : []
  }
  try {
    const order = provider.mapOrder(payload as JsonObject, shop)
    return [
      ...(makes_calls && confirmsOrders(provider)
        ? confirmationActions(order, import_state)
        : []),
      ...shopActions(order, stands, marks, {
        arranges: makes_calls && arrangesShipments(provider),
        gives_waybills: makes_calls && givesWaybills(provider),
      }),
    ]
  } catch (error) {
    if (error instanceof MappingError) {
      return []
    }
    throw error
  }
}

/** Most orders of a shop have succeeded: their copies are not looked into. */
function mayComeBack(import_rule: string | null, marks: ParcelMark[]): boolean {
  return (
    import_rule !== "fulfilled_by_marketplace" &&
    !marks.some(({ kind }) => kind === "received_back")
  )
}

/** Nothing goes out or comes back any more. */
function isOver(status: OrderStatus): boolean {
  return status === "returned" || isCancelled(status)
}
