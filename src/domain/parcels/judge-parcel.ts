import { isCancelled } from "../orders/order-status"
import {
  judgeMove,
  LocalMove,
  MoveRefusal,
  MoveVerdict,
  ParcelFacts,
} from "./local-moves"
import { ParcelMarkKind } from "./parcel-mark"

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
  "cancelled_inside",
  "cancelled_units_inside",
  "already_packed",
  "already_arranged",
  "not_handed_over",
  "not_collected",
  "not_confirmed",
]

/**
 * Judges a move of a whole parcel: the gravest refusal of any order that it is about stops it
 * (see {@link sharesOf}). What was packed and cancelled since, whole orders or single units, has
 * to come out before the parcel leaves.
 */
export function judgeParcel(
  move: LocalMove,
  orders: ParcelFacts[]
): MoveVerdict {
  const own = sharesOf(move, orders)
  const refusals = new Set(
    own.flatMap((facts) => {
      const verdict = judgeMove(move, facts)
      return verdict.ok ? [] : verdict.code
    })
  )
  if (PACKS_OR_SENDS.includes(move)) {
    if (orders.some((facts) => !own.includes(facts) && isInside(facts))) {
      refusals.add("cancelled_inside")
    }
    if (own.some(({ surplus }) => surplus.length > 0)) {
      refusals.add("cancelled_units_inside")
    }
  }
  const code = GRAVEST_FIRST.find((refusal) => refusals.has(refusal))
  return code ? { ok: false, code } : { ok: true }
}

const PACKS_OR_SENDS: readonly LocalMove[] = ["pack", "hand_over"]

/**
 * The orders of a parcel that a move is about: without those that were cancelled, as long as
 * others are left. What was cancelled after it had left the shop comes back with the rest.
 */
export function sharesOf(
  move: LocalMove,
  orders: ParcelFacts[]
): ParcelFacts[] {
  const own = orders.filter(
    (facts) =>
      !isGivenUp(facts) ||
      (move === "receive_back" && has(facts, "handed_over"))
  )
  return own.length ? own : orders
}

/** True for an order's share of a parcel of which nothing is to go out any more. */
export function isGivenUp({ status, parcel_state }: ParcelFacts): boolean {
  return isCancelled(status) || parcel_state === "cancelled"
}

/** Packed, and still in the shop. */
function isInside(facts: ParcelFacts): boolean {
  return isPackedFor(facts) && !has(facts, "handed_over")
}

/** True when the shop has packed the order's goods into the parcel. */
export function isPackedFor(facts: ParcelFacts): boolean {
  return has(facts, "packed")
}

function has({ marks }: ParcelFacts, kind: ParcelMarkKind): boolean {
  return marks.some((mark) => mark.kind === kind)
}
