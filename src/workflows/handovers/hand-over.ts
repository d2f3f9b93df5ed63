import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { scanMessage } from "../packing/scan-message"
import { LoadedParcel } from "../parcels/load-parcels"
import { markParcels } from "../parcels/mark-parcels"
import { CarryOut, RefusedParcel } from "./carry-out"
import { judgeScanned } from "./judge-scanned"
import { keysOf } from "./read-handover"
import { isOf, loadScanned } from "./scanned-parcels"

/** The carrier takes the parcels along: their orders wait for collection. */
export const handOver: CarryOut = async (container, record, scans, actor) => {
  const taken = scans.filter(({ ok }) => ok)
  const [parcels, done] = await Promise.all([
    loadScanned(container, record.direction, keysOf(taken)),
    markedBy(container, record.id),
  ])
  const refused: RefusedParcel[] = []
  const gone: LoadedParcel[] = []
  for (const scan of taken) {
    const parcel = parcels.find((one) => isOf(scan, one))
    const verdict = parcel
      ? judgeScanned(record, parcel)
      : { ok: false, code: "unknown_parcel" }
    if (parcel?.loaded && (verdict.ok || isMarked(parcel.loaded, done))) {
      gone.push(parcel.loaded)
      continue
    }
    refused.push({
      scan_id: scan.id,
      external_id:
        parcel?.loaded?.external_id ??
        parcel?.loaded?.shares[0].row.external_id ??
        scan.parcel_external_id ??
        scan.scanned,
      code: verdict.code,
      message: scanMessage(verdict.code),
    })
  }
  await markParcels(container, gone, {
    kind: "handed_over",
    source: "handover",
    cause_id: record.id,
    handover_id: record.id,
    actor,
  })
  return refused
}

/** Orders' shares that this record has marked, before a crash. */
async function markedBy(
  container: MedusaContainer,
  handover_id: string
): Promise<Set<string>> {
  const marks = await marketplacesOf(container).listMarketplaceParcelMarks(
    { handover_id, undone_at: null },
    { select: ["channel_order_id", "parcel_external_id"] }
  )
  return new Set(
    marks.map(
      ({ channel_order_id, parcel_external_id }) =>
        `${channel_order_id} ${parcel_external_id}`
    )
  )
}

function isMarked(
  { external_id, shares }: LoadedParcel,
  done: Set<string>
): boolean {
  return shares.some(({ row }) => done.has(`${row.id} ${external_id}`))
}
