import { goodsLeftAt } from "../orders/determine-status"
import { lineItemId } from "../orders/draft-order"
import { OrderIdentities } from "../orders/identities"
import {
  NeutralOrder,
  NeutralOrderLine,
  NeutralParcel,
} from "../orders/neutral-order"
import { orderedUnits } from "../orders/price-order"
import { ParcelMark } from "../parcels/parcel-mark"
import { handedOverAt, liveParcels, marksOf } from "../parcels/shop-step"
import { unitsAmong } from "./receivable"

/** Units of an order's lines as Medusa has them, by line. */
export type HostUnits = ReadonlyMap<
  string,
  { quantity: number; shipped: number }
>

/** What is known of an order beside its copy. */
export type UnitsOutFacts = {
  ids: OrderIdentities
  marks: ParcelMark[]
  /** Null while Medusa has no order, or has not been asked. */
  host_units: HostUnits | null
}

/**
 * The order with `cancelled_quantity` as the shop has to see it: units that had gone out when
 * the marketplace cancelled them count as ordered, as they have to come back.
 *
 * - Cancelled as a whole after goods had left: the units of the parcels that went out; where
 *   no parcel tells, all of them. Never more than Medusa has, which had been reduced by what
 *   was cancelled in the shop before, and never fewer than it shipped.
 * - Otherwise: units that Medusa shipped, in parcels that were cancelled after their handover.
 */
export function countUnitsOut(
  order: NeutralOrder,
  facts: UnitsOutFacts
): NeutralOrder {
  const counted = isCancelledWhole(order)
    ? afterCancelledWhole(order, facts)
    : afterCancelledParcels(order, facts)
  return counted.some(({ units }) => units > 0)
    ? {
        ...order,
        lines: counted.map(({ line, units }) => ({
          ...line,
          cancelled_quantity: line.quantity - units,
        })),
      }
    : order
}

/**
 * Units of a line that may come back in a parcel. Of a cancelled one only what is out: not
 * the units that the order's other parcels still hold.
 * @param order with its units counted by {@link countUnitsOut}.
 */
export function unitsComingIn(
  order: NeutralOrder,
  line: NeutralOrderLine,
  parcel: NeutralParcel,
  marks: ParcelMark[]
): number {
  const units = Math.max(orderedUnits(order, line), 0)
  if (!parcel.external_line_ids.length) {
    return units
  }
  const inside = unitsAmong({ ...line, units }, parcel.external_line_ids)
  if (parcel.state !== "cancelled") {
    return inside
  }
  const others = order.parcels.filter(
    ({ external_id }) => external_id !== parcel.external_id
  )
  if (!isOut(parcel, marks) && others.some((one) => isOut(one, marks))) {
    return 0
  }
  const elsewhere = liveParcels(others).reduce(
    (sum, one) => sum + unitsIn(line, one),
    0
  )
  return Math.max(Math.min(inside, units - elsewhere), 0)
}

type Counted = { line: NeutralOrderLine; units: number }

function isCancelledWhole({ lines }: NeutralOrder): boolean {
  return lines.every(
    ({ quantity, cancelled_quantity }) => cancelled_quantity >= quantity
  )
}

function afterCancelledWhole(
  order: NeutralOrder,
  { ids, marks, host_units }: UnitsOutFacts
): Counted[] {
  if (goodsLeftAt(order, handedOverAt(marks)) === null) {
    return []
  }
  const sent = order.parcels.filter((parcel) => isOut(parcel, marks))
  const named = (sent.length ? sent : order.parcels).flatMap(
    ({ external_line_ids }) => external_line_ids
  )
  return order.lines.map((line) => {
    const { quantity } = line
    const inside = named.length
      ? unitsAmong({ ...line, units: quantity }, named)
      : quantity
    if (!host_units) {
      return { line, units: inside }
    }
    const host = host_units.get(lineItemId(line, ids))
    const most = Math.min(inside, host?.quantity ?? 0)
    const units = Math.min(Math.max(most, host?.shipped ?? 0), quantity)
    return { line, units }
  })
}

function afterCancelledParcels(
  order: NeutralOrder,
  { ids, marks, host_units }: UnitsOutFacts
): Counted[] {
  const back = order.parcels.filter(
    (parcel) => parcel.state === "cancelled" && isOut(parcel, marks)
  )
  if (!host_units || !back.length) {
    return []
  }
  return order.lines.map((line) => {
    const live = line.quantity - line.cancelled_quantity
    const shipped = host_units.get(lineItemId(line, ids))?.shipped ?? 0
    const inside = back.reduce((sum, one) => sum + unitsIn(line, one), 0)
    const out = Math.min(inside, line.cancelled_quantity, shipped - live)
    return { line, units: live + Math.max(out, 0) }
  })
}

/** As far as the parcel itself or the shop tells. */
function isOut({ external_id, state }: NeutralParcel, marks: ParcelMark[]) {
  return (
    state === "collected" ||
    state === "delivered" ||
    handedOverAt(marksOf(external_id, marks)) !== null
  )
}

function unitsIn(line: NeutralOrderLine, parcel: NeutralParcel): number {
  const units = line.quantity
  return unitsAmong({ ...line, units }, parcel.external_line_ids)
}
