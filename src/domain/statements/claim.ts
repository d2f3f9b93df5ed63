import { FindingCode } from "./finding"

/**
 * `draft`: collected, not sent. `sent`: the marketplace has it. `accepted` and `refused`: its
 * answer. `paid`: money has come. `dropped`: the shop gave it up.
 */
export const CLAIM_STATES = [
  "draft",
  "sent",
  "accepted",
  "refused",
  "paid",
  "dropped",
] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

/** What proves a claim, by where it is kept. Times UTC. */
export type ClaimEvidence = {
  kind:
    | "statement_line"
    | "waybill"
    | "handover"
    | "receipt"
    | "scan"
    | "parcel_mark"
    | "buyer_request"
    | "status_history"
  id: string
  /** For people: a tracking number, the number of a record, sheet and row. */
  label: string
  at: Date | null
}

export type ClaimSubject = {
  channel_id: string
  external_order_id: string
  reason: FindingCode
}
