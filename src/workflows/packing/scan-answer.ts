import { PackingParcel } from "./show-parcel"
import { ScanCode, scanMessage } from "./scan-message"

/** What became of a scan. */
export type ScanResult = {
  id: string
  ok: boolean
  code: string
  /** In English. */
  message: string
  /** As it came from the scanner. */
  scanned: string
  /** Of `in_other_handover`: the other record's number. */
  params?: { number: number }
}

export type PackingAnswer = {
  scan: ScanResult
  parcel: PackingParcel | null
  /** With the code `several_parcels`: those that may be meant. */
  parcels?: PackingParcel[]
}

export function scanResult(
  scan: Omit<ScanResult, "message" | "code"> & { code: ScanCode }
): ScanResult {
  return { ...scan, message: scanMessage(scan.code) }
}
