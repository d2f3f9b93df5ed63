import { NeutralParcel } from "../orders/neutral-order"
import { ParcelMark, ParcelMarkKind } from "./parcel-mark"

/** How far the shop itself has brought an order between *confirmed* and *in transit*. */
export type ShopStep = "packing" | "packed" | "awaiting_collection"

const STEP_OF: Partial<Record<ParcelMarkKind, ShopStep>> = {
  waybill_printed: "packing",
  packed: "packed",
  handed_over: "awaiting_collection",
}

const ORDER: readonly ShopStep[] = ["packing", "packed", "awaiting_collection"]

/** Parcels that still go out: those that the marketplace has not given up. */
export function liveParcels(parcels: NeutralParcel[]): NeutralParcel[] {
  return parcels.filter(({ state }) => state !== "cancelled")
}

/** The marks that count for a parcel: its own, and those on the whole order. */
export function marksOf(
  parcel_external_id: string,
  marks: ParcelMark[]
): ParcelMark[] {
  return marks.filter(
    (mark) =>
      mark.parcel_external_id === null ||
      mark.parcel_external_id === parcel_external_id
  )
}

/** The furthest step of these marks; null when the shop has not begun. */
export function furthestStep(marks: ParcelMark[]): ShopStep | null {
  const rank = Math.max(
    ...marks.map(({ kind }) => {
      const step = STEP_OF[kind]
      return step ? ORDER.indexOf(step) : -1
    }),
    -1
  )
  return ORDER[rank] ?? null
}

/**
 * The step of an order: that of its least advanced parcel that is still in the shop; those
 * that the carrier has wait for nobody. Marks on parcels that were split or combined away do
 * not count, unless no parcel is left to count instead.
 */
export function shopStep(
  parcels: NeutralParcel[],
  marks: ParcelMark[]
): ShopStep | null {
  const live = liveParcels(parcels)
  if (!live.length) {
    return furthestStep(marks)
  }
  const inShop = live.filter(
    ({ state }) => state !== "collected" && state !== "delivered"
  )
  const ranks = (inShop.length ? inShop : live).map(({ external_id }) => {
    const step = furthestStep(marksOf(external_id, marks))
    return step ? ORDER.indexOf(step) : -1
  })
  return ORDER[Math.min(...ranks)] ?? null
}

/** When the first goods of the order were given to the carrier, by the shop's own word. */
export function handedOverAt(marks: ParcelMark[]): Date | null {
  const times = marks
    .filter(({ kind }) => kind === "handed_over")
    .map(({ at }) => at.getTime())
  return times.length ? new Date(Math.min(...times)) : null
}
