import {
  NeutralOrder,
  NeutralOrderLine,
  NeutralParcel,
} from "../orders/neutral-order"
import { liveParcels } from "./shop-step"

/** Units of one order line in one parcel. */
export type ParcelUnits = {
  line: NeutralOrderLine
  units: number
  /** False when cancelled units may be missing from this parcel or from another one. */
  is_sure: boolean
}

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
    .map((line) => ({ line, ...unitsOfLine(order, line, parcel) }))
}

type Units = Omit<ParcelUnits, "line">

function unitsOfLine(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel | null
): Units {
  const live = Math.max(line.quantity - line.cancelled_quantity, 0)
  if (!parcel || holdsEverything(order, parcel)) {
    return { units: live, is_sure: true }
  }
  const inside = unitIdsIn(line, parcel)
  if (inside === 0) {
    return { units: 0, is_sure: true }
  }
  if (line.external_line_ids.length !== line.quantity) {
    return { units: live, is_sure: true }
  }
  const named = line.cancelled_line_ids ?? []
  if (named.length === line.cancelled_quantity) {
    const external_line_ids = line.external_line_ids.filter(
      (id) => !named.includes(id)
    )
    return { units: unitIdsIn({ external_line_ids }, parcel), is_sure: true }
  }
  return withoutCancelled(order, line, parcel)
}

/** Nobody says which units are in the only parcel there is. */
function holdsEverything(order: NeutralOrder, parcel: NeutralParcel): boolean {
  const others = liveParcels(order.parcels).filter(
    ({ external_id }) => external_id !== parcel.external_id
  )
  return others.length === 0 && parcel.external_line_ids.length === 0
}

/**
 * Where the marketplace tells how many units of a line are cancelled, not which: those that
 * are in no parcel are taken for them first, then those of the last parcels.
 */
function withoutCancelled(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel
): Units {
  const parcels = order.parcels.filter(
    ({ state, external_id }) =>
      state !== "cancelled" || external_id === parcel.external_id
  )
  const inParcels = parcels.reduce((sum, one) => sum + unitIdsIn(line, one), 0)
  const cancelled = line.cancelled_quantity - (line.quantity - inParcels)
  const is_sure =
    cancelled <= 0 ||
    cancelled >= inParcels ||
    unitIdsIn(line, parcel) === inParcels
  let left = cancelled
  for (const one of [...parcels].reverse()) {
    const inside = unitIdsIn(line, one)
    const taken = Math.max(Math.min(left, inside), 0)
    if (one.external_id === parcel.external_id) {
      return { units: inside - taken, is_sure }
    }
    left -= taken
  }
  return { units: unitIdsIn(line, parcel), is_sure }
}

function unitIdsIn(
  line: Pick<NeutralOrderLine, "external_line_ids">,
  parcel: NeutralParcel
): number {
  const ids = new Set(parcel.external_line_ids)
  return line.external_line_ids.filter((id) => ids.has(id)).length
}
