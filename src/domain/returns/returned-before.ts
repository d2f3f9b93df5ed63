import { OrderStatus } from "../orders/order-status"

/** A receipt of an order, as far as one tells whose goods came. */
export type EarlierReceipt = {
  /** Null when nobody said in which parcel. */
  parcel_external_id: string | null
  buyer_request_id: string | null
}

/**
 * True for goods that the buyer keeps: what was to come back of a delivered parcel is here,
 * and no open request brings more of it. Only what a person counts is received then.
 * @param parcel_external_id null for an order without parcels.
 */
export function isReturnedBefore(
  {
    status,
    is_requested,
    parcel_external_id,
  }: {
    status: OrderStatus
    /** A buyer's open request brings goods of the order. */
    is_requested: boolean
    parcel_external_id: string | null
  },
  earlier: EarlierReceipt[]
): boolean {
  return (
    status === "succeeded" &&
    !is_requested &&
    earlier.some(
      (receipt) =>
        receipt.buyer_request_id !== null ||
        receipt.parcel_external_id === null ||
        receipt.parcel_external_id === parcel_external_id
    )
  )
}
