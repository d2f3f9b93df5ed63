import type { PackingAnswer, PackingParcel } from "./types"

/** What lies on the packing table. */
export type Desk = {
  /** What items are counted into; null: scan a waybill first. */
  parcel: PackingParcel | null
  /** A parcel that must not be packed, or several that a code may mean. */
  shown: PackingParcel[]
}

export const EMPTY_DESK: Desk = { parcel: null, shown: [] }

/**
 * The table after an answer. A refused waybill is shown but does not lie there, and one that
 * is refused while another parcel lies there leaves that one where it is, unless it is packed.
 */
export function afterAnswer(desk: Desk, answer: PackingAnswer): Desk {
  const { scan, parcel, parcels = [] } = answer
  const same = parcel !== null && parcel.id === desk.parcel?.id
  if (parcel && (same || scan?.ok)) {
    return { parcel, shown: [] }
  }
  const shown = parcels.length > 0 ? parcels : parcel ? [parcel] : []
  const done = shown.length > 0 && desk.parcel?.state === "packed"
  return { parcel: done ? null : desk.parcel, shown }
}

/**
 * Parcels packed at this table after an answer. Only what was packed here counts, not what a
 * refused scan shows; a parcel whose packing was undone counts no longer.
 */
export function packedHere(ids: string[], answer: PackingAnswer): string[] {
  const { scan, parcel } = answer
  if (!parcel || !scan?.ok) {
    return ids
  }
  const others = ids.filter((id) => id !== parcel.id)
  return parcel.state === "packed" ? [...others, parcel.id] : others
}

/** `3*8934567`: three of the same at once. Without a number it is one. */
export function readQuantity(text: string): { code: string; quantity: number } {
  const match = /^\s*(\d{1,3})\s*\*\s*(\S.*)$/.exec(text)
  const quantity = Number(match?.[1])
  return match?.[2] && quantity > 0
    ? { code: match[2], quantity }
    : { code: text, quantity: 1 }
}

/** Units in the parcel and units that are inside already. */
export function progressOf({ lines }: Pick<PackingParcel, "lines">) {
  return {
    scanned: lines.reduce((sum, line) => sum + line.scanned, 0),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
  }
}
