import { NeutralOrder } from "../orders/neutral-order"
import { OrderStatus } from "../orders/order-status"
import { ParcelFacts } from "../parcels/local-moves"
import { isComingBack, NeutralBuyerRequest } from "./buyer-request"

type AskedReturn = Pick<
  NeutralBuyerRequest,
  "external_id" | "kind" | "state" | "next_external_id"
> & { received_at: Date | null }

/**
 * True for a parcel whose goods the buyer had: they come back by a request, in whatever box.
 * One that nobody could deliver comes back as it went out.
 */
export function wasDelivered(
  { meaning, delivered_at }: Pick<NeutralOrder, "meaning" | "delivered_at">,
  { parcel_state }: Pick<ParcelFacts, "parcel_state">
): boolean {
  switch (parcel_state) {
    case "delivered":
      return true
    case "collected":
    case null:
      return (
        delivered_at !== null ||
        meaning.kind === "completed" ||
        (meaning.kind === "status" && meaning.status === "succeeded")
      )
    default:
      return false
  }
}

/**
 * The returns of an order that goods of a delivered parcel may belong to, where only the
 * order or the waybill it went out with is known: those whose goods are awaited. Without
 * any, the buyer keeps what is left of a sold order: those whose goods are here are meant.
 * @returns empty where no return tells anything about the goods.
 */
export function meantReturns<Request extends AskedReturn>(
  requests: Request[],
  status: OrderStatus
): Request[] {
  const awaited = requests.filter(
    (request) =>
      isComingBack(request) &&
      request.received_at === null &&
      !requests.some(
        ({ external_id }) => external_id === request.next_external_id
      )
  )
  if (awaited.length || status !== "succeeded") {
    return awaited
  }
  return requests.filter(({ received_at }) => received_at !== null)
}
