import { sdk } from "../../lib/sdk"
import type { PackingAnswer } from "../../lib/types"

const PATH = "/admin/marketplaces/packing/scans"

/** Scans a waybill, or an item into the parcel on the table. */
export function sendPackingScan(body: {
  code: string
  parcel_id?: string
  quantity?: number
}): Promise<PackingAnswer> {
  return sdk.client.fetch<PackingAnswer>(PATH, { method: "POST", body })
}

/** Takes the item back that was counted last. */
export function undoPackingScan(parcel_id: string): Promise<PackingAnswer> {
  return sdk.client.fetch<PackingAnswer>(`${PATH}/last`, {
    method: "DELETE",
    query: { parcel_id },
  })
}
