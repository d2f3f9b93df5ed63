import { MedusaContainer } from "@medusajs/framework/types"
import {
  isAmong,
  judgeItem,
  withCounts,
} from "../../domain/parcels/count-scans"
import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { MoveVerdict } from "../../domain/parcels/local-moves"
import {
  CountDecision,
  FoundParcel,
} from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { marksOn } from "../parcels/mark-parcels"
import { answerAgain, assertSameCode } from "./answer-again"
import { findParcels } from "./find-parcels"
import { followScan } from "./follow-scan"
import { openParcel } from "./open-parcel"
import { PackingAnswer, scanResult } from "./scan-answer"
import { scanId, TableStep } from "./scan-id"
import { ScanCode } from "./scan-message"
import { showParcel } from "./show-parcel"
import { TableParcel } from "./table-parcel"
import { refuseUnknown, takeFromTable } from "./take-from-table"

export type ItemScan = TableStep & {
  /** As it came from the scanner, or `line:<id>` for an item without any code. */
  code: string
  /** The parcel's id, or the order's that has none. */
  parcel_id: string
  /** Units that are put in at once. */
  quantity: number
}

/**
 * Counts an item into a parcel; the last one packs it. Two tables that count for the same
 * parcel do so one after the other, so neither packs it twice nor counts too many. A step that
 * is sent again counts nothing more and is answered as the first time.
 */
export async function countItem(
  container: MedusaContainer,
  scan: ItemScan
): Promise<PackingAnswer> {
  const id = scanId("scan", scan)
  const table = await takeFromTable(container, scan.parcel_id)
  if (!table) {
    return refuseUnknown(container, { ...scan, id })
  }
  const { found, loaded } = table
  const { packing } = marketplacesOf(container)
  const verdict = judgeParcel(
    "pack",
    loaded.shares.map(({ facts }) => facts)
  )
  const waybill = isAmong(table.lines, scan.code)
    ? null
    : await waybillOf(container, found, scan.code)
  if (isDone(verdict) && waybill?.code === "another_parcel") {
    return openParcel(container, scan)
  }
  const aside = verdict.ok ? waybill : verdict
  const item = {
    id,
    channel_id: found.channel_id,
    parcel_external_id: found.external_id,
    scanned: scan.code,
    actor: scan.actor,
  }
  const { earlier, ok, code, counts } = aside
    ? {
        ...aside,
        earlier: await packing.record({ ...item, ...aside }),
        counts: await packing.counts(item),
      }
    : await packing.count({ ...item, quantity: scan.quantity }, (before) =>
        decide(table, scan, before, id)
      )
  if (earlier) {
    assertSameCode(earlier, scan.code)
    return answerAgain(container, earlier)
  }
  if (code === "packed") {
    followScan(container, loaded, { cause_id: id, actor: scan.actor })
  }
  const shown = showParcel(table, counts)
  return {
    scan: scanResult({ id, ok, code: code as ScanCode, scanned: scan.code }),
    parcel: code === "packed" ? { ...shown, state: "packed" } : shown,
  }
}

/** The table is free for the next parcel. */
function isDone(verdict: MoveVerdict): boolean {
  return !verdict.ok && verdict.code === "already_packed"
}

function decide(
  table: TableParcel,
  { code: scanned, quantity, actor }: ItemScan,
  counts: Map<string, number>,
  cause_id: string
): CountDecision {
  const verdict = judgeItem(withCounts(table.lines, counts), scanned, quantity)
  const cause = { kind: "packed", source: "scan", cause_id, actor } as const
  return {
    ...verdict,
    marks: verdict.code === "packed" ? marksOn([table.loaded], cause) : [],
  }
}

/** A code that is no item's may be a waybill: of this parcel, or of another one. */
async function waybillOf(
  container: MedusaContainer,
  { id }: FoundParcel,
  code: string
): Promise<{ ok: boolean; code: ScanCode } | null> {
  const found = await findParcels(container, code)
  if (!found.length) {
    return null
  }
  return found.some((parcel) => parcel.id === id)
    ? { ok: true, code: "opened" }
    : { ok: false, code: "another_parcel" }
}
