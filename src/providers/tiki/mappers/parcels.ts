import {
  NeutralOrderLine,
  NeutralParcel,
  ParcelState,
  StatusMeaning,
} from "../../../domain/orders/neutral-order"
import { OrderStatus } from "../../../domain/orders/order-status"
import { WireOrder, WireShipping } from "../types"
import { Fields } from "./fields"
import { ifReadable } from "./figures"

/** Where an order's one parcel is when the order has this status; else it waits for the seller. */
const STATES: Partial<Record<OrderStatus, ParcelState>> = {
  confirmed: "arranged",
  packing: "arranged",
  packed: "arranged",
  in_transit: "collected",
  succeeded: "delivered",
  returning: "delivered",
}

/**
 * The one parcel that an order is, named by the order's code: numbers of carriers come late
 * and change on the way. Goods in Tiki's own warehouse are a parcel once they have a number.
 * @param meaning of a held order: what it meant before, as the parcel stays where it is.
 */
export function mapParcels(
  order: Fields<WireOrder>,
  shipping: Fields<WireShipping> | null,
  meaning: StatusMeaning,
  lines: NeutralOrderLine[]
): NeutralParcel[] {
  const tracking_number = trackingNumberOf(shipping)
  const own = lines.filter(({ fulfilled_by }) => fulfilled_by === "seller")
  const tikis = tracking_number
    ? lines.filter(({ fulfilled_by }) => fulfilled_by === "marketplace")
    : []
  const goods = own.length > 0 ? own : tikis
  if (goods.length === 0) {
    return []
  }
  return [
    {
      external_id: order.required("code"),
      state: stateOf(meaning),
      raw_status: shipping?.text("status") ?? null,
      tracking_number,
      leg_numbers: {
        pickup: firstOf(shipping, ["pickup_shipping_code"]),
        delivery: firstOf(shipping, ["delivery_shipping_code"]),
        return: firstOf(shipping, ["return_shipping_code"]),
      },
      carrier: carrierOf(shipping),
      external_line_ids: sentOf(goods, meaning).flatMap(
        (line) => line.external_line_ids
      ),
    },
  ]
}

function stateOf(meaning: StatusMeaning): ParcelState {
  if (meaning.kind === "cancelled") {
    return "cancelled"
  }
  return (meaning.kind === "status" && STATES[meaning.status]) || "to_arrange"
}

/** Refused items are not in it; of a cancelled order, what was to be. */
function sentOf(
  goods: NeutralOrderLine[],
  meaning: StatusMeaning
): NeutralOrderLine[] {
  return meaning.kind === "cancelled"
    ? goods
    : goods.filter((line) => line.cancelled_quantity < line.quantity)
}

/** The number of the whole way, else of its last or first part. */
export function trackingNumberOf(
  shipping: Fields<WireShipping> | null
): string | null {
  return firstOf(shipping, [
    "tracking_code",
    "delivery_shipping_code",
    "pickup_shipping_code",
  ])
}

function carrierOf(shipping: Fields<WireShipping> | null): string | null {
  return firstOf(shipping, [
    "partner_name",
    "delivery_partner_code",
    "pickup_partner_code",
  ])
}

/** The first of these that is filled in; one in no clear form counts as missing. */
function firstOf(
  shipping: Fields<WireShipping> | null,
  names: (keyof WireShipping & string)[]
): string | null {
  const texts = names.map(
    (name) => ifReadable(() => shipping?.text(name)) ?? null
  )
  return texts.find((text) => text !== null) ?? null
}
