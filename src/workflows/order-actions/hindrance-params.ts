import { ShipmentHindrance } from "../../domain/provider/shipment-hindrance"

/** English sentences; the screens have them in both languages. */
const SENTENCES: Record<ShipmentHindrance["code"], string> = {
  unpaid: "the order is not paid",
  on_hold: "the order is on hold",
  buyer_cancel_requested: "the buyer asks to cancel",
  cancelled: "the parcel is cancelled",
  in_other_parcels: "the order's goods are in other parcels now",
  fulfilled_by_marketplace: "the marketplace sends the goods itself",
  own_carrier:
    "the shop's own carrier takes it; enter its tracking number in the seller centre",
  past_arranging: "the marketplace's status is {status}",
  no_parcel: "it has no parcel yet",
  unknown_order: "the marketplace does not know the order",
  not_understood: "the marketplace's answer cannot be understood: {detail}",
  not_said: "it gives no reason",
}

/**
 * What a result line says of why a shipment is not arranged: `reason` in English, and
 * `reason_code` with its placeholders for other languages.
 */
export function hindranceParams({ code, params = {} }: ShipmentHindrance): {
  reason: string
  reason_code: string
  status?: string
  detail?: string
} {
  const { status = "", detail = "" } = params
  const reason = SENTENCES[code]
    .replace("{status}", () => status)
    .replace("{detail}", () => detail)
  return { ...params, reason, reason_code: code }
}
