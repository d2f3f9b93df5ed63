import {
  judgeMove,
  LocalMove,
  MoveRefusal,
  MoveVerdict,
  ParcelFacts,
} from "./local-moves"

/** The one that a person has to hear first comes first. */
const GRAVEST_FIRST: readonly MoveRefusal[] = [
  "cancelled",
  "buyer_cancel_requested",
  "on_hold",
  "address_changed",
  "coming_back",
  "delivered",
  "on_its_way",
  "already_received",
  "already_handed_over",
  "already_packed",
  "already_arranged",
  "not_handed_over",
  "not_collected",
  "not_confirmed",
]

/** Judges a move of a whole parcel: the gravest refusal of any of its orders stops it. */
export function judgeParcel(
  move: LocalMove,
  orders: ParcelFacts[]
): MoveVerdict {
  const refusals = new Set(
    orders.flatMap((facts) => {
      const verdict = judgeMove(move, facts)
      return verdict.ok ? [] : verdict.code
    })
  )
  const code = GRAVEST_FIRST.find((refusal) => refusals.has(refusal))
  return code ? { ok: false, code } : { ok: true }
}
