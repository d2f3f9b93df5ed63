import { ClaimState } from "../claim"

/** What people may make of a claim; every step can be taken back. */
const MOVES: Record<ClaimState, readonly ClaimState[]> = {
  draft: ["sent", "dropped"],
  sent: ["accepted", "refused", "paid", "draft", "dropped"],
  accepted: ["paid", "refused", "sent", "dropped"],
  /** Sent once more: an appeal. */
  refused: ["sent", "accepted", "dropped"],
  paid: ["accepted", "sent"],
  dropped: ["draft", "sent"],
}

/** States that a claim may be moved to by hand. */
export function claimMoves(from: ClaimState): readonly ClaimState[] {
  return MOVES[from]
}

/** True also where nothing moves. */
export function mayMoveClaim(from: ClaimState, to: ClaimState): boolean {
  return from === to || MOVES[from].includes(to)
}
