import { sdk } from "../../lib/sdk"
import type { PackingAnswer } from "../../lib/types"

const PATH = "/admin/marketplaces/packing/scans"

/** A step with a name: sent again under it, it is done once and answered as the first time. */
type Named = { request_id: string }

/** Scans a waybill, or an item into the parcel on the table. */
export function sendPackingScan(
  body: Named & {
    code: string
    parcel_id?: string
    quantity?: number
  },
  signal: AbortSignal
): Promise<PackingAnswer> {
  return sdk.client.fetch<PackingAnswer>(PATH, { method: "POST", body, signal })
}

/** Takes the item back that was counted last. */
export function undoPackingScan(
  query: Named & { parcel_id: string },
  signal: AbortSignal
): Promise<PackingAnswer> {
  return sdk.client.fetch<PackingAnswer>(`${PATH}/last`, {
    method: "DELETE",
    query,
    signal,
  })
}
