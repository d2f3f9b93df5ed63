import { Amount } from "../shared/amount"
import { SettledAmounts } from "./amounts"
import { Finding, FindingCode } from "./finding"

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

/** States in which an order has one claim at most for each reason. */
export const LIVE_CLAIM_STATES: readonly ClaimState[] = [
  "draft",
  "sent",
  "accepted",
  "refused",
]

/** Where what proves a claim is kept. */
export const CLAIM_EVIDENCE_KINDS = [
  "statement_line",
  "waybill",
  "handover",
  "receipt",
  "scan",
  "parcel_mark",
  "buyer_request",
  "status_history",
] as const
export type ClaimEvidenceKind = (typeof CLAIM_EVIDENCE_KINDS)[number]

/** What proves a claim. Times UTC. */
export type ClaimEvidence = {
  kind: ClaimEvidenceKind
  id: string
  /** For people: a tracking number, the number of a record, sheet and row. */
  label: string
  at: Date | null
  /** Figures and names that its sentence needs; money in the smallest unit. */
  params: { [name: string]: string | number | null }
  /** Photos that were taken of it. */
  file_ids: string[]
}

/** What was wrong with the settlement when the claim was made; smallest unit, times UTC. */
export type ClaimBasis = {
  /** Those of the claim's reason. */
  findings: Finding[]
  settled: SettledAmounts
  expected: SettledAmounts | null
  /** When the order was placed and when it reached its buyer, as far as known. */
  placed_at: Date | null
  owed_since: Date | null
}

/** What is asked for, and on which ground. */
export type ClaimRequest = {
  reason: FindingCode
  /** Positive. */
  amount: Amount
  findings: Finding[]
}

export type ClaimSubject = {
  channel_id: string
  external_order_id: string
  reason: FindingCode
}
