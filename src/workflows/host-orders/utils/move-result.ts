import { MoveHostOrdersResult } from "../types"

/** The part of the outcome that a caller is told. */
export function moveResult({
  outcome: { moved, unchanged, refused },
}: {
  outcome: MoveHostOrdersResult
}): MoveHostOrdersResult {
  return { moved, unchanged, refused }
}
