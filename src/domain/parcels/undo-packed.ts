import { isPackedFor, sharesOf } from "./judge-parcel"
import { judgeMove, MoveRefusal, ParcelFacts } from "./local-moves"

/** Whether a parcel's *packed* mark may be taken back; `not_packed` when there is none. */
export type UndoVerdict =
  { ok: true } | { ok: false; code: MoveRefusal | "not_packed" }

/**
 * A mark may be taken back as long as the parcel is in the shop, also while the marketplace
 * or the buyer holds the order up.
 */
export function judgeUndoPacked(facts: ParcelFacts): UndoVerdict {
  const verdict = judgeMove("hand_over", {
    ...facts,
    flags: [],
    marks: facts.marks.filter(({ kind }) => kind === "handed_over"),
  })
  if (!verdict.ok) {
    return verdict
  }
  return facts.marks.some(({ kind }) => kind === "packed")
    ? { ok: true }
    : { ok: false, code: "not_packed" }
}

/**
 * As {@link judgeUndoPacked} of a whole parcel: one order that is past it keeps the parcel as
 * it is, except for one that was cancelled while others are left.
 */
export function judgeUndoPackedOf(orders: ParcelFacts[]): UndoVerdict {
  const refused = sharesOf("pack", orders)
    .map(judgeUndoPacked)
    .find((verdict) => !verdict.ok && verdict.code !== "not_packed")
  return (
    refused ??
    (orders.some(isPackedFor)
      ? { ok: true }
      : { ok: false, code: "not_packed" })
  )
}
