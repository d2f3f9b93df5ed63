import {
  NeutralOrderLine,
  NeutralParcel,
} from "../../../domain/orders/neutral-order"
import { WireShipping } from "../types"
import { Fields } from "./fields"

/** The order's one parcel, known once it has a tracking number. */
export function mapParcels(
  shipping: Fields<WireShipping> | null,
  lines: NeutralOrderLine[]
): NeutralParcel[] {
  const tracking_number = shipping?.text("tracking_code")
  if (!shipping || !tracking_number) {
    return []
  }
  const inside = lines.filter((line) => line.fulfilled_by !== "other_seller")
  return [
    {
      external_id: tracking_number,
      state: "arranged",
      raw_status: shipping.text("status"),
      tracking_number,
      carrier: shipping.text("partner_name"),
      external_line_ids: inside.flatMap((line) => line.external_line_ids),
    },
  ]
}
