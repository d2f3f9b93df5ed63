import { MedusaContainer } from "@medusajs/framework/types"
import { ReturnCondition } from "../../domain/parcels/returned-units"
import { HandoverRow } from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { ScanResult } from "../packing/scan-answer"
import { ScanCode, scanMessage } from "../packing/scan-message"
import { judgeScanned } from "./judge-scanned"
import { isClosed, requireOpen } from "./open-handover"
import { HandoverParcel, showParcels } from "./show-parcels"
import { findScanned, ScannedParcel } from "./scanned-parcels"

export type HandoverScan = {
  /** As it came from the scanner. */
  code: string
  /** Of returned goods; good unless somebody says otherwise. */
  condition?: ReturnCondition
  note?: string | null
  /** A user id. */
  actor: string
}

export type HandoverScanAnswer = ScanResult & { parcel?: HandoverParcel }

/**
 * Puts a parcel on a record, or sets aside what does not belong on it.
 * @throws MedusaError `not_found`, `not_allowed` when the record is closed.
 */
export async function scanForHandover(
  container: MedusaContainer,
  handover_id: string,
  { code: scanned, condition, note, actor }: HandoverScan
): Promise<HandoverScanAnswer> {
  const { handovers } = marketplacesOf(container)
  const record = await requireOpen(container, handover_id)
  const { direction } = record
  const meant = await findScanned(container, direction, scanned)
  const verdict = judge(record, meant)
  const parcel = meant.length === 1 ? meant[0] : null
  const added = await handovers.addScan(handover_id, {
    ...verdict,
    channel_id: parcel?.found.channel_id ?? null,
    parcel_external_id: parcel?.found.external_id ?? null,
    scanned,
    condition: direction === "inbound" ? (condition ?? "good") : null,
    note: note ?? null,
    actor,
  })
  if (!added) {
    throw isClosed(record)
  }
  const { id, ok, code, other_number } = added
  const answer: HandoverScanAnswer = {
    id,
    ok,
    code,
    message: [scanMessage(code), ...(other_number ? [other_number] : [])].join(
      ": "
    ),
    scanned,
    ...(other_number !== null && { params: { number: other_number } }),
  }
  const scan = ok
    ? (await handovers.scansOf(handover_id)).find((one) => one.id === id)
    : undefined
  if (!scan || !parcel) {
    return answer
  }
  const [shown] = await showParcels(container, record, [{ scan, parcel }])
  return { ...answer, parcel: shown }
}

function judge(
  record: HandoverRow,
  meant: ScannedParcel[]
): { ok: boolean; code: ScanCode } {
  if (meant.length === 1) {
    return judgeScanned(record, meant[0])
  }
  return { ok: false, code: meant.length ? severalOf(meant) : "unknown_parcel" }
}

function severalOf(meant: ScannedParcel[]): ScanCode {
  if (meant.some(({ request }) => !request)) {
    return "several_parcels"
  }
  return meant.every(({ request }) => request?.received_at)
    ? "already_received"
    : "several_returns"
}
