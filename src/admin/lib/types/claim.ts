import type {
  ClaimBasis,
  ClaimEvidence,
  ClaimState,
} from "../../../domain/statements/claim"
import type { ClaimReason } from "../../../domain/statements/claims/claimable"
import type { ClaimSkipCode } from "../../../domain/statements/claims/draft-claims"
import type { FindingCode } from "../../../domain/statements/finding"

/** Money that the shop asks a marketplace for. */
export type Claim = {
  id: string
  /** For people. */
  number: number
  channel_id: string
  channel_name: string
  provider_id: string
  settlement_id: string
  channel_order_id: string | null
  external_order_id: string
  reason: ClaimReason
  amount: number
  currency_code: string
  state: ClaimState
  deadline_at: string | null
  basis: Pick<ClaimBasis, "findings" | "settled" | "expected">
  evidence: (Omit<ClaimEvidence, "at"> & { at: string | null })[]
  note: string | null
  /** The marketplace's number of the case. */
  external_reference: string | null
  created_at: string
  created_by_name: string | null
  decided_at: string | null
  decided_by: string | null
  decided_by_name: string | null
  /** False once the newest settlement does not show the cause any more. */
  still_holds: boolean
  /** States that a person may move it to. */
  moves: ClaimState[]
}

export type ClaimCounts = {
  by_state: Partial<Record<ClaimState, number>>
  by_reason: Partial<Record<ClaimReason, number>>
  amounts: { state: ClaimState; currency_code: string; amount: number }[]
}

export type MadeClaims = {
  claims: Claim[]
  skipped: {
    settlement_id: string
    code: ClaimSkipCode
    reason: FindingCode | null
    claim_id: string | null
  }[]
}

export type ClaimChange = {
  state?: ClaimState
  note?: string | null
  external_reference?: string | null
}

export type ClaimText = { subject: string; text: string }
