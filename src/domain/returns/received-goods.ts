/** A receipt, as far as it names the goods that it is about. */
export type NamedGoods = {
  parcel_external_id: string | null
  buyer_request_id: string | null
  /** The record that it was written for; null when somebody said so. */
  handover_id: string | null
}

/** True when both are about the same parcel of an order; what nobody named is about none. */
export function isOfSameParcel(
  one: Pick<NamedGoods, "parcel_external_id">,
  other: Pick<NamedGoods, "parcel_external_id">
): boolean {
  return (
    one.parcel_external_id !== null &&
    one.parcel_external_id === other.parcel_external_id
  )
}

/**
 * True when what a receipt names has come back as a whole, for another cause: goods of a buyer's
 * request once they are received, a parcel once a record has taken it in.
 * @param earlier what was received of the same order before.
 */
export function isReceivedWhole(
  receipt: NamedGoods,
  is_request_received: boolean,
  earlier: NamedGoods[]
): boolean {
  if (receipt.buyer_request_id !== null) {
    return is_request_received
  }
  return earlier.some(
    (one) =>
      one.handover_id !== null &&
      one.buyer_request_id === null &&
      isOfSameParcel(one, receipt)
  )
}
