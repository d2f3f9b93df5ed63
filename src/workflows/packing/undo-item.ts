import { MedusaContainer } from "@medusajs/framework/types"
import { ParcelMarkKind } from "../../domain/parcels/parcel-mark"
import { marketplacesOf } from "../marketplaces"
import { LoadedParcel } from "../parcels/load-parcels"
import { parcelKey } from "./find-parcels"
import { followScan } from "./follow-scan"
import { countsOf } from "./open-parcel"
import { PackingAnswer, scanResult } from "./scan-answer"
import { showParcel } from "./show-parcel"
import { refuseUnknown, takeFromTable } from "./take-from-table"

/**
 * Takes the item back that was counted last for a parcel; one that is packed is open again.
 * A parcel that was handed over stays as it is.
 */
export async function undoItem(
  container: MedusaContainer,
  { parcel_id, actor }: { parcel_id: string; actor: string }
): Promise<PackingAnswer> {
  const table = await takeFromTable(container, parcel_id)
  if (!table) {
    return refuseUnknown(container, { code: "", actor })
  }
  const { found, loaded } = table
  const key = {
    channel_id: found.channel_id,
    parcel_external_id: parcelKey(loaded),
  }
  const refused = hasMark(loaded, "handed_over") ? "already_handed_over" : null
  const { packing } = marketplacesOf(container)
  const undone = refused
    ? null
    : await packing.undoLast({
        ...key,
        channel_order_ids: found.order_ids,
        mark_parcel_external_id: loaded.external_id,
        actor,
      })
  if (!undone) {
    const code = refused ?? "nothing_to_undo"
    const scanned = ""
    const row = { ...key, ok: false, code, scanned, actor }
    const id = await packing.record(row)
    return {
      scan: scanResult({ id, ok: false, code, scanned }),
      parcel: showParcel(table, await countsOf(container, table)),
    }
  }
  if (hasMark(loaded, "packed")) {
    followScan(container, loaded, { cause_id: `undo ${undone.id}`, actor })
  }
  const after = await takeFromTable(container, parcel_id)
  return {
    scan: scanResult({ ...undone, ok: true, code: "undone" }),
    parcel: after && showParcel(after, await countsOf(container, after)),
  }
}

function hasMark({ shares }: LoadedParcel, kind: ParcelMarkKind): boolean {
  return shares.some(({ facts }) =>
    facts.marks.some((mark) => mark.kind === kind)
  )
}
