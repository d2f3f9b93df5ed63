import { ApiError, invalidParameter } from "../envelope"
import { PackageView, PickupSlot } from "./package"

/** How a package is to be handed over; all of it may be left out for platform labels. */
export type ShipInput = {
  handover_method?: string
  pickup_slot?: Partial<PickupSlot>
  self_shipment?: { tracking_number?: string; shipping_provider_id?: string }
}

const refusal = (code: number, message: string) => new ApiError(code, message)

export const alreadyShipped = () =>
  refusal(11006021, "The package has already been shipped")

/** Why a package may not be arranged, whatever the call says; null when it may be. */
export function shipRefusal(
  { status, orders }: PackageView,
  has_open_request: boolean
): ApiError | null {
  if (orders.some((one) => one.fulfillment_type !== "FULFILLMENT_BY_SELLER")) {
    return refusal(21008025, "The order is fulfilled by TikTok Shop")
  }
  if (status === "CANCELLED") {
    return refusal(21011041, "The order has been cancelled")
  }
  if (status !== "TO_FULFILL") {
    return alreadyShipped()
  }
  if (orders.some((one) => one.status === "ON_HOLD")) {
    return refusal(21011044, "The order is on hold and cannot be fulfilled")
  }
  return has_open_request
    ? refusal(21008044, "An after-sale request of the package is open")
    : null
}

/** What is wrong with the call's own words for this package; null when nothing is. */
export function inputRefusal(
  { orders }: PackageView,
  { handover_method, self_shipment }: ShipInput
): ApiError | null {
  const methods: unknown[] = [undefined, "PICKUP", "DROP_OFF"]
  if (!methods.includes(handover_method)) {
    return invalidParameter("handover_method is unknown")
  }
  const own_carrier = orders.some((one) => one.shipping_type === "SELLER")
  if (!own_carrier) {
    return self_shipment
      ? invalidParameter("self_shipment is for the seller's own carrier only")
      : null
  }
  return self_shipment?.tracking_number && self_shipment.shipping_provider_id
    ? null
    : invalidParameter(
        "self_shipment needs tracking_number and shipping_provider_id"
      )
}
