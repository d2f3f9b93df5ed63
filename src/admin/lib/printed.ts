import type { ChannelOrder } from "./types"

/** True when the waybill of a parcel that still goes out was printed here before. */
export function wasPrinted({
  parcels = [],
}: Pick<ChannelOrder, "parcels">): boolean {
  return parcels.some(
    ({ printed_at, state }) => Boolean(printed_at) && state !== "cancelled"
  )
}
