import {
  NeutralOrder,
  NeutralOrderLine,
  NeutralParcel,
} from "../orders/neutral-order"
import { liveParcels } from "./shop-step"

/** Units of one order line in one parcel. */
export type ParcelUnits = { line: NeutralOrderLine; units: number }

/**
 * What one order still has to send in a parcel: the seller's own goods, line by line; a line
 * of which nothing is inside has 0 units.
 * @param parcel null for an order without parcels: all of it.
 */
export function unitsInParcel(
  order: NeutralOrder,
  parcel: NeutralParcel | null
): ParcelUnits[] {
  return order.lines
    .filter(({ fulfilled_by }) => fulfilled_by === "seller")
    .map((line) => ({ line, units: unitsOfLine(order, line, parcel) }))
}

function unitsOfLine(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel | null
): number {
  const live = Math.max(line.quantity - line.cancelled_quantity, 0)
  if (!parcel || holdsEverything(order, parcel)) {
    return live
  }
  const inside = unitIdsIn(line, parcel)
  if (inside === 0) {
    return 0
  }
  if (line.external_line_ids.length !== line.quantity) {
    return live
  }
  return inside - cancelledInside(order, line, parcel)
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
  parcel: NeutralParcel
): number {
  const parcels = order.parcels.filter(
    ({ state, external_id }) =>
      state !== "cancelled" || external_id === parcel.external_id
  )
  const inParcels = parcels.reduce((sum, one) => sum + unitIdsIn(line, one), 0)
  let left = line.cancelled_quantity - (line.quantity - inParcels)
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
