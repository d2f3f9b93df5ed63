import { MedusaContainer } from "@medusajs/framework/types"
import { ParcelMarkKind } from "../../domain/parcels/parcel-mark"
import { marketplacesOf } from "../marketplaces"
import { LoadedParcel } from "../parcels/load-parcels"
import { answerAgain } from "./answer-again"
import { parcelKey } from "./find-parcels"
import { followScan } from "./follow-scan"
import { PackingAnswer, scanResult } from "./scan-answer"
import { scanId, TableStep } from "./scan-id"
import { showParcel } from "./show-parcel"
import { countsOf } from "./table-parcel"
import { refuseUnknown, takeFromTable } from "./take-from-table"

/**
 * Takes the item back that was counted last for a parcel; one that is packed is open again.
 * A parcel that was handed over stays as it is. A step that is sent again takes nothing more
 * back and is answered as the first time.
 */
export async function undoItem(
  container: MedusaContainer,
  step: TableStep & { parcel_id: string }
): Promise<PackingAnswer> {
  const { parcel_id, actor } = step
  const id = scanId("undo", step)
  const table = await takeFromTable(container, parcel_id)
  if (!table) {
    return refuseUnknown(container, { id, code: "", actor })
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
        id,
        channel_order_ids: found.order_ids,
        mark_parcel_external_id: loaded.external_id,
        actor,
      })
  if (!undone) {
    const code = refused ?? "nothing_to_undo"
    const scanned = ""
    const row = { ...key, id, ok: false, code, scanned, actor }
    const earlier = await packing.record(row)
    return earlier
      ? answerAgain(container, earlier)
      : {
          scan: scanResult({ id, ok: false, code, scanned }),
          parcel: showParcel(table, await countsOf(container, table)),
        }
  }
  if (undone.earlier) {
    return answerAgain(container, undone.earlier)
  }
  if (hasMark(loaded, "packed")) {
    followScan(container, loaded, { cause_id: id, actor })
  }
  const after = await takeFromTable(container, parcel_id)
  return {
    scan: scanResult({ id, ok: true, code: "undone", scanned: undone.scanned }),
    parcel: after && showParcel(after, await countsOf(container, after)),
  }
}

function hasMark({ shares }: LoadedParcel, kind: ParcelMarkKind): boolean {
  return shares.some(({ facts }) =>
    facts.marks.some((mark) => mark.kind === kind)
  )
}
