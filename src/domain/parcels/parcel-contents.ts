import {
  NeutralOrder,
  NeutralOrderLine,
  NeutralParcel,
} from "../orders/neutral-order"
import { orderedUnits } from "../orders/price-order"
import { liveParcels } from "./shop-step"

/** Units of one order line in one parcel. */
export type ParcelUnits = { line: NeutralOrderLine; units: number }

/**
 * What one order has in a parcel: the seller's own goods, line by line; a line of which
 * nothing is inside has 0 units.
 * @param parcel null for an order without parcels: all of it.
 * @param which `live`: units still to go out; `ordered`: of a wholly cancelled order all of
 * them, as they went out before.
 */
export function unitsInParcel(
  order: NeutralOrder,
  parcel: NeutralParcel | null,
  which: "live" | "ordered" = "live"
): ParcelUnits[] {
  return order.lines
    .filter(({ fulfilled_by }) => fulfilled_by === "seller")
    .map((line) => {
      const wanted =
        which === "live"
          ? line.quantity - line.cancelled_quantity
          : orderedUnits(order, line)
      return { line, units: unitsOfLine(order, line, parcel, wanted) }
    })
}

/** True when the order has goods that somebody else sends. */
export function hasOthersGoods(order: NeutralOrder): boolean {
  return order.lines.some(({ fulfilled_by }) => fulfilled_by !== "seller")
}

function unitsOfLine(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel | null,
  wanted: number
): number {
  if (!parcel || holdsEverything(order, parcel)) {
    return Math.max(wanted, 0)
  }
  const inside = unitIdsIn(line, parcel)
  if (inside === 0) {
    return 0
  }
  if (line.external_line_ids.length !== line.quantity) {
    return Math.max(wanted, 0)
  }
  return inside - cancelledInside(order, line, parcel, line.quantity - wanted)
}

/** Nobody says which units are in the only parcel there is. */
function holdsEverything(order: NeutralOrder, parcel: NeutralParcel): boolean {
  const others = liveParcels(order.parcels).filter(
    ({ external_id }) => external_id !== parcel.external_id
  )
  return others.length === 0 && parcel.external_line_ids.length === 0
}

/**
 * The marketplace tells how many units of a line are cancelled, not which: those that are
 * in no parcel are taken for them first, then those of the last parcels.
 */
function cancelledInside(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel,
  cancelled: number
): number {
  const parcels = order.parcels.filter(
    ({ state, external_id }) =>
      state !== "cancelled" || external_id === parcel.external_id
  )
  const inParcels = parcels.reduce((sum, one) => sum + unitIdsIn(line, one), 0)
  let left = cancelled - (line.quantity - inParcels)
  for (const one of [...parcels].reverse()) {
    const taken = Math.max(Math.min(left, unitIdsIn(line, one)), 0)
    if (one.external_id === parcel.external_id) {
      return taken
    }
    left -= taken
  }
  return 0
}

function unitIdsIn(line: NeutralOrderLine, parcel: NeutralParcel): number {
  const ids = new Set(parcel.external_line_ids)
  return line.external_line_ids.filter((id) => ids.has(id)).length
}
