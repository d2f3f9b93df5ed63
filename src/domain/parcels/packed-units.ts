import { NeutralOrder, NeutralParcel } from "../orders/neutral-order"
import { unitsInParcel } from "./parcel-contents"
import { PackedUnits, ParcelMark } from "./parcel-mark"

/**
 * What belongs into an order's share of a parcel now, as packing it writes down.
 * @param parcel null for an order without parcels: all of it.
 */
export function packedUnits(
  order: NeutralOrder,
  parcel: NeutralParcel | null
): PackedUnits[] {
  return toList(unitsBySku(order, parcel))
}

/**
 * What was packed for an order and belongs inside no more, as units were cancelled since: it
 * has to come out. The newest packing counts; of one that nobody wrote down, nothing is known.
 * @param marks those that count for the parcel.
 */
export function surplusUnits(
  order: NeutralOrder,
  parcel: NeutralParcel | null,
  marks: ParcelMark[]
): PackedUnits[] {
  const packed = marks
    .filter(({ kind }) => kind === "packed")
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1)
  if (!packed?.contents) {
    return []
  }
  // A mark on the whole order tells of all of its goods, in whichever parcels they are now.
  const live = unitsBySku(
    order,
    packed.parcel_external_id === null ? null : parcel
  )
  return packed.contents.flatMap(({ external_sku_id, units }) => {
    const surplus = units - (live.get(external_sku_id) ?? 0)
    return surplus > 0 ? { external_sku_id, units: surplus } : []
  })
}

function unitsBySku(
  order: NeutralOrder,
  parcel: NeutralParcel | null
): Map<string, number> {
  const bySku = new Map<string, number>()
  for (const { line, units } of unitsInParcel(order, parcel)) {
    const { external_sku_id } = line
    bySku.set(external_sku_id, (bySku.get(external_sku_id) ?? 0) + units)
  }
  return bySku
}

function toList(bySku: Map<string, number>): PackedUnits[] {
  return [...bySku].flatMap(([external_sku_id, units]) =>
    units > 0 ? { external_sku_id, units } : []
  )
}
