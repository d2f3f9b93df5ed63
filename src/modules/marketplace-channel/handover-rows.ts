import { HandoverScope } from "../../domain/parcels/handover-check"
import { ReturnCondition } from "../../domain/parcels/returned-units"
import { ReceivedLine } from "../../domain/returns/received-lines"

/** A handover record as it is stored. */
export type HandoverRow = HandoverScope & {
  id: string
  number: number
  status: "open" | "closed"
  note: string | null
  created_at: Date
  created_by: string
  closed_at: Date | null
  closed_by: string | null
}

/** A scan for a record, also one that was refused. */
export type HandoverScanRow = {
  id: string
  channel_id: string | null
  /** See {@link FoundParcel.external_id}; for a buyer's return the id of the request. */
  parcel_external_id: string | null
  scanned: string
  ok: boolean
  code: string
  condition: ReturnCondition | null
  note: string | null
  lines: ReceivedLine[] | null
  photo_file_ids: string[]
  at: Date
}

export type NewHandoverScan = {
  channel_id: string | null
  parcel_external_id: string | null
  scanned: string
  ok: boolean
  code: string
  condition: ReturnCondition | null
  note: string | null
  actor: string
}

/** What became of a scan; null when the record is not open (any more). */
export type AddedScan = {
  id: string
  ok: boolean
  code: string
  /** Number of the other record that has the parcel. */
  other_number: number | null
} | null

export type ParcelKey = { channel_id: string; parcel_external_id: string }
