import { MedusaContainer } from "@medusajs/framework/types"
import { isComplete, withCounts } from "../../domain/parcels/count-scans"
import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { FoundParcel } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { marksOn } from "../parcels/mark-parcels"
import { answerAgain, assertSameCode } from "./answer-again"
import { findParcels, loadFoundParcels } from "./find-parcels"
import { followScan } from "./follow-scan"
import { PackingAnswer, scanResult } from "./scan-answer"
import { scanId, TableStep } from "./scan-id"
import { ScanCode } from "./scan-message"
import { showParcel } from "./show-parcel"
import { countsOf, layOnTable, TableParcel } from "./table-parcel"

export type WaybillScan = TableStep & {
  /** As it came from the scanner. */
  code: string
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
 * then it says why. Items that were counted for it before still count. A step that is sent
 * again is answered as the first time.
 */
export async function openParcel(
  container: MedusaContainer,
  scan: WaybillScan
): Promise<PackingAnswer> {
  const { code, actor } = scan
  const found = await findParcels(container, code)
  const tables = await layAll(container, found)
  const opened = await judgeAll(container, found, tables)
  const id = scanId("scan", scan)
  const packs = opened.code === "packed" ? tables[0].loaded : null
  const cause = { kind: "packed", source: "scan", cause_id: id, actor } as const
  const earlier = await marketplacesOf(container).packing.record(
    {
      id,
      channel_id: opened.parcel?.channel_id ?? null,
      parcel_external_id: opened.parcel?.external_id ?? null,
      scanned: code,
      ok: opened.ok,
      code: opened.code,
      actor,
    },
    packs ? marksOn([packs], cause) : []
  )
  if (earlier) {
    assertSameCode(earlier, code)
    const again = await answerAgain(container, earlier)
    return again.parcel ? again : { ...opened.shown, scan: again.scan }
  }
  if (packs) {
    followScan(container, packs, { cause_id: id, actor })
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
