import type { ReceivedLine } from "../../../domain/returns/received-lines"

/** Returned goods of one order that are back in the shop. */
export type Receipt = {
  id: string
  parcel_external_id: string | null
  buyer_request_id: string | null
  handover_id: string | null
  lines: ReceivedLine[]
  note: string | null
  photo_file_ids?: string[]
  received_at: string
  received_by?: string | null
  received_by_name?: string | null
  /** `due` until Medusa's stock has followed. */
  stock_state?: string
  stock_error?: string | null
}
