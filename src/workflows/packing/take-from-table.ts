import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { loadFoundParcels } from "./find-parcels"
import { PackingAnswer, scanResult } from "./scan-answer"
import { layOnTable, TableParcel } from "./table-parcel"

/**
 * Reads the parcel that lies on a packing table; null when there is none any more, for
 * example because the marketplace has split it.
 * @param parcel_id the parcel's id, or the order's that has none.
 */
export async function takeFromTable(
  container: MedusaContainer,
  parcel_id: string
): Promise<TableParcel | null> {
  const found = await marketplacesOf(container).packing.findParcel(parcel_id)
  const loaded =
    found && (await loadFoundParcels(container, [found])).get(found.id)
  return found && loaded ? layOnTable(container, found, loaded) : null
}

/** The answer about a parcel that is gone. */
export async function refuseUnknown(
  container: MedusaContainer,
  { code: scanned, actor }: { code: string; actor: string }
): Promise<PackingAnswer> {
  const scan = { ok: false, code: "unknown_parcel", scanned } as const
  const id = await marketplacesOf(container).packing.record({
    ...scan,
    channel_id: null,
    parcel_external_id: null,
    actor,
  })
  return { scan: scanResult({ ...scan, id }), parcel: null }
}
