import { compareProgress } from "../../domain/orders/status-progress"
import type { ChannelOrder } from "./types"

/** Until when the parcel has to be with the carrier; null once it is, or never will be. */
export function deadlineOf({
  status,
  ship_by,
}: Pick<ChannelOrder, "status" | "ship_by">): string | null {
  const waiting = status !== null && compareProgress(status, "in_transit") < 0
  return waiting ? (ship_by ?? null) : null
}
