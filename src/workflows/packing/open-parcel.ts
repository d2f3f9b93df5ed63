import { MedusaContainer } from "@medusajs/framework/types"
import { isComplete, withCounts } from "../../domain/parcels/count-scans"
import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { FoundParcel } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { marksOn } from "../parcels/mark-parcels"
import { findParcels, loadFoundParcels, parcelKey } from "./find-parcels"
import { followScan } from "./follow-scan"
import { PackingAnswer, scanResult } from "./scan-answer"
import { ScanCode } from "./scan-message"
import { showParcel } from "./show-parcel"
import { layOnTable, TableParcel } from "./table-parcel"

export type WaybillScan = {
  /** As it came from the scanner. */
  code: string
  /** A user id. */
  actor: string
}

type Shown = Omit<PackingAnswer, "scan">
type Opened = {
  ok: boolean
  code: ScanCode
  shown: Shown
  parcel: FoundParcel | null
}

/**
 * Lays the parcel that a waybill means on the packing table, unless it must not be packed;
 * then it says why. Items that were counted for it before still count.
 */
export async function openParcel(
  container: MedusaContainer,
  { code, actor }: WaybillScan
): Promise<PackingAnswer> {
  const found = await findParcels(container, code)
  const tables = await layAll(container, found)
  const opened = await judgeAll(container, found, tables)
  const { packing, parcelMarks } = marketplacesOf(container)
  const id = await packing.record({
    channel_id: opened.parcel?.channel_id ?? null,
    parcel_external_id: opened.parcel?.external_id ?? null,
    scanned: code,
    ok: opened.ok,
    code: opened.code,
    actor,
  })
  if (opened.code === "packed") {
    const [{ loaded }] = tables
    const cause = { kind: "packed", source: "scan", cause_id: id } as const
    await parcelMarks.add(marksOn([loaded], { ...cause, actor }))
    followScan(container, loaded, { cause_id: id, actor })
  }
  const { ok } = opened
  return {
    scan: scanResult({ id, ok, code: opened.code, scanned: code }),
    ...opened.shown,
  }
}

async function layAll(
  container: MedusaContainer,
  found: FoundParcel[]
): Promise<TableParcel[]> {
  const loaded = await loadFoundParcels(container, found)
  return Promise.all(
    found.flatMap((parcel) => {
      const whole = loaded.get(parcel.id)
      return whole ? layOnTable(container, parcel, whole) : []
    })
  )
}

async function judgeAll(
  container: MedusaContainer,
  found: FoundParcel[],
  tables: TableParcel[]
): Promise<Opened> {
  const [table] = tables
  if (!table) {
    const code = found.length ? "not_understood" : "unknown_parcel"
    return { ok: false, code, shown: { parcel: null }, parcel: null }
  }
  if (tables.length === 1) {
    return judge(container, table)
  }
  const parcels = await Promise.all(
    tables.map(async (one) => showParcel(one, await countsOf(container, one)))
  )
  return {
    ok: false,
    code: "several_parcels",
    shown: { parcel: null, parcels },
    parcel: null,
  }
}

async function judge(
  container: MedusaContainer,
  table: TableParcel
): Promise<Opened> {
  const counts = await countsOf(container, table)
  const shown = showParcel(table, counts)
  const parcel = table.found
  const verdict = judgeParcel(
    "pack",
    table.loaded.shares.map(({ facts }) => facts)
  )
  if (!verdict.ok) {
    return { ...verdict, shown: { parcel: shown }, parcel }
  }
  if (shown.lines.length === 0) {
    const code = "fulfilled_by_marketplace"
    return { ok: false, code, shown: { parcel: shown }, parcel }
  }
  // What was still missing when it was left may have been cancelled since.
  return isComplete(withCounts(table.lines, counts))
    ? {
        ok: true,
        code: "packed",
        shown: { parcel: { ...shown, state: "packed" } },
        parcel,
      }
    : { ok: true, code: "opened", shown: { parcel: shown }, parcel }
}

/** Units counted for a parcel so far, by order line. */
export function countsOf(
  container: MedusaContainer,
  { loaded }: Pick<TableParcel, "loaded">
): Promise<Map<string, number>> {
  return marketplacesOf(container).packing.counts({
    channel_id: loaded.channel.id,
    parcel_external_id: parcelKey(loaded),
  })
}
