import { OrderFlag, OrderStatus, isCancelled } from "../orders/order-status"
import { ParcelState } from "../orders/neutral-order"
import { PackedUnits, ParcelMark, ParcelMarkKind } from "./parcel-mark"
import { furthestStep } from "./shop-step"

/**
 * What the shop does with a parcel: asks the carrier to come, prints its waybill, packs it,
 * gives it away, takes it back.
 */
export const LOCAL_MOVES = [
  "arrange",
  "print_waybill",
  "pack",
  "hand_over",
  "receive_back",
] as const
export type LocalMove = (typeof LOCAL_MOVES)[number]

type MoveRule = {
  /** Statuses of the order in which it may be done. */
  from: readonly OrderStatus[]
  /** The mark it leaves; arranging leaves none, the marketplace tells of it. */
  mark: ParcelMarkKind | null
  /** Flags that stop it. */
  stopped_by: readonly OrderFlag[]
}

/** The table of the shop's own moves; `docs/order-lifecycle.md` is made from it. */
export const LOCAL_MOVE_RULES: Record<LocalMove, MoveRule> = {
  arrange: {
    from: ["awaiting_confirmation"],
    mark: null,
    stopped_by: ["on_hold", "buyer_cancel_requested"],
  },
  print_waybill: {
    from: ["confirmed", "packing", "packed", "awaiting_collection"],
    mark: "waybill_printed",
    stopped_by: ["on_hold", "buyer_cancel_requested"],
  },
  pack: {
    from: ["confirmed", "packing"],
    mark: "packed",
    stopped_by: ["on_hold", "buyer_cancel_requested"],
  },
  hand_over: {
    from: ["confirmed", "packing", "packed"],
    mark: "handed_over",
    stopped_by: ["on_hold", "buyer_cancel_requested"],
  },
  receive_back: {
    from: ["in_transit", "succeeded", "returning"],
    mark: "received_back",
    stopped_by: [],
  },
}

/**
 * Why a move is refused:
 *
 * - `not_confirmed`: the order waits for payment or for the seller's confirmation or arranging.
 * - `already_arranged`, `already_packed`, `already_handed_over`, `already_received`: done before.
 * - `cancelled`: nothing is to go out any more.
 * - `not_handed_over`: it has never left the shop, so it cannot come back.
 * - `not_collected`: handed over, but the marketplace knows of no collection: it is still at
 *   the shop, or the order has to be read again first.
 * - `on_its_way`, `delivered`, `coming_back`: it is past this step.
 * - `on_hold`, `buyer_cancel_requested`: the marketplace or the buyer stops it.
 * - `address_changed`: the waybill was printed for the old address; print it again.
 * - `cancelled_inside`: goods of an order that was cancelled since are packed in the combined
 *   parcel; open it and pack it anew.
 * - `cancelled_units_inside`: the same of units of an order that goes on without them.
 */
export const MOVE_REFUSALS = [
  "not_confirmed",
  "already_arranged",
  "already_packed",
  "already_handed_over",
  "already_received",
  "cancelled",
  "not_handed_over",
  "not_collected",
  "on_its_way",
  "delivered",
  "coming_back",
  "on_hold",
  "buyer_cancel_requested",
  "address_changed",
  "cancelled_inside",
  "cancelled_units_inside",
] as const
export type MoveRefusal = (typeof MOVE_REFUSALS)[number]

/** A parcel as a move looks at it, with one of its orders. */
export type ParcelFacts = {
  status: OrderStatus
  flags: OrderFlag[]
  /** Null for an order without parcels. */
  parcel_state: ParcelState | null
  /** Live marks that count for the parcel. */
  marks: ParcelMark[]
  /** Of the address as it is now; null when there is none. */
  recipient_key: string | null
  /** Of what was packed, units that belong inside no more; see `surplusUnits`. */
  surplus: PackedUnits[]
}

export type MoveVerdict = { ok: true } | { ok: false; code: MoveRefusal }

/**
 * Decides whether a move may be made. A combined parcel is asked about with each of its
 * orders, and one refusal is enough.
 */
export function judgeMove(move: LocalMove, facts: ParcelFacts): MoveVerdict {
  const refusal =
    doneBefore(move, facts) ?? outOfPlace(move, facts) ?? stopped(move, facts)
  return refusal ? { ok: false, code: refusal } : { ok: true }
}

/** True when the waybill has been printed before, so that printing it again needs a reason. */
export function isReprint(marks: ParcelMark[]): boolean {
  return marks.some(({ kind }) => kind === "waybill_printed")
}

function doneBefore(
  move: LocalMove,
  { marks, parcel_state }: ParcelFacts
): MoveRefusal | null {
  const has = (kind: ParcelMarkKind) => marks.some((mark) => mark.kind === kind)
  if (move === "arrange") {
    return parcel_state !== null && parcel_state !== "to_arrange"
      ? parcel_state === "cancelled"
        ? "cancelled"
        : "already_arranged"
      : null
  }
  if (move === "receive_back") {
    return has("received_back") ? "already_received" : null
  }
  if (parcel_state === "cancelled") {
    return "cancelled"
  }
  if (move === "print_waybill") {
    return null
  }
  if (has("handed_over")) {
    return "already_handed_over"
  }
  return move === "pack" && has("packed") ? "already_packed" : null
}

/**
 * Where one parcel stands. Parcels of a split order go their own ways: one may be ready to
 * pack while another still has to be arranged, or be on its way while another is not.
 */
export function parcelStatus({
  status,
  parcel_state,
  marks,
}: Pick<ParcelFacts, "status" | "parcel_state" | "marks">): OrderStatus {
  const goesOut = ON_THE_WAY_OUT.includes(status)
  switch (parcel_state) {
    case "to_arrange":
      return goesOut && status !== "new" ? "awaiting_confirmation" : status
    case "arranged":
      return status === "awaiting_confirmation" || status === "in_transit"
        ? (furthestStep(marks) ?? "confirmed")
        : status
    case "collected":
      return goesOut ? "in_transit" : status
    case "delivered":
      return goesOut ? "succeeded" : status
    default:
      return status
  }
}

const ON_THE_WAY_OUT: readonly OrderStatus[] = [
  "new",
  "awaiting_confirmation",
  "confirmed",
  "packing",
  "packed",
  "awaiting_collection",
  "in_transit",
]

/** Why a move is not made while the goods stand in the shop, arranged. */
const DONE_IN_THE_SHOP: Record<LocalMove, MoveRefusal> = {
  arrange: "already_arranged",
  print_waybill: "already_packed",
  pack: "already_packed",
  hand_over: "already_handed_over",
  receive_back: "not_handed_over",
}

function outOfPlace(move: LocalMove, facts: ParcelFacts): MoveRefusal | null {
  const status = parcelStatus(facts)
  const { from } = LOCAL_MOVE_RULES[move]
  const wanted_back = move === "receive_back" && isCancelledAfterHandover(facts)
  if (from.includes(status) || (wanted_back && status !== "returned")) {
    return null
  }
  if (isCancelled(status)) {
    return "cancelled"
  }
  switch (status) {
    case "new":
    case "awaiting_confirmation":
      return move === "receive_back" ? "not_handed_over" : "not_confirmed"
    case "confirmed":
    case "packing":
    case "packed":
      return DONE_IN_THE_SHOP[move]
    case "awaiting_collection":
      return move === "receive_back"
        ? facts.parcel_state === "cancelled"
          ? "not_handed_over"
          : "not_collected"
        : "already_handed_over"
    case "in_transit":
      return "on_its_way"
    case "succeeded":
      return "delivered"
    case "returned":
      return move === "receive_back" ? "already_received" : "coming_back"
    default:
      return "coming_back"
  }
}

/** It has to be scanned back wherever the order's other parcels stand. */
function isCancelledAfterHandover({
  parcel_state,
  marks,
}: ParcelFacts): boolean {
  return (
    parcel_state === "cancelled" &&
    marks.some(({ kind }) => kind === "handed_over")
  )
}

function stopped(
  move: LocalMove,
  { flags, marks, recipient_key }: ParcelFacts
): MoveRefusal | null {
  const flag = LOCAL_MOVE_RULES[move].stopped_by.find((one) =>
    flags.includes(one)
  )
  if (flag === "on_hold" || flag === "buyer_cancel_requested") {
    return flag
  }
  const goesOut = move === "pack" || move === "hand_over"
  return goesOut && isPrintedForAnother(marks, recipient_key)
    ? "address_changed"
    : null
}

/** True when the newest print of the waybill was for another address. */
function isPrintedForAnother(
  marks: ParcelMark[],
  recipient_key: string | null
): boolean {
  const prints = marks
    .filter(({ kind }) => kind === "waybill_printed")
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const printed = prints.at(-1)?.recipient_key ?? null
  return printed !== null && recipient_key !== null && printed !== recipient_key
}
