import type { ChannelOrder } from "./types"

/** True when a waybill of the order was printed here before, as far as its copy tells. */
export function wasPrinted({
  parcels,
  status_rule,
}: Pick<ChannelOrder, "parcels" | "status_rule">): boolean {
  const marks = parcels?.flatMap((parcel) => parcel.marks ?? [])
  return marks?.length
    ? marks.some(({ kind }) => kind === "waybill_printed")
    : status_rule === "mark:waybill_printed"
}
