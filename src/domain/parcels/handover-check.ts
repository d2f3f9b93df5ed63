import { judgeParcel, sharesOf } from "./judge-parcel"
import { MoveRefusal, ParcelFacts } from "./local-moves"
import { furthestStep } from "./shop-step"

/** What a handover record takes. */
export type HandoverScope = {
  direction: "outbound" | "inbound"
  /** Null: every channel's parcels. */
  channel_id: string | null
  /** Null: any carrier's. */
  carrier: string | null
}

export type HandoverParcel = {
  channel_id: string
  /** Null while nobody says. */
  carrier: string | null
  orders: ParcelFacts[]
}

/** Why a record does not take a parcel that may move. */
export const SCOPE_REFUSALS = ["other_channel", "other_carrier"] as const
export type ScopeRefusal = (typeof SCOPE_REFUSALS)[number]

export type HandoverVerdict =
  /** `not_packed`: it goes, but nobody has counted its contents. */
  | { ok: true; code: "scanned" | "not_packed" }
  | { ok: false; code: ScopeRefusal | MoveRefusal }

/** Judges whether a parcel may go on a record, given what is known of its orders. */
export function judgeForHandover(
  scope: HandoverScope,
  parcel: HandoverParcel
): HandoverVerdict {
  const move = scope.direction === "outbound" ? "hand_over" : "receive_back"
  const verdict = judgeParcel(move, parcel.orders)
  if (!verdict.ok) {
    return verdict
  }
  const foreign = outOfScope(scope, parcel)
  if (foreign) {
    return { ok: false, code: foreign }
  }
  const packed = sharesOf(move, parcel.orders).every(isPacked)
  return {
    ok: true,
    code: scope.direction === "outbound" && !packed ? "not_packed" : "scanned",
  }
}

/** True when the shop or the marketplace says that it is packed. */
export function isPacked({ marks, status }: ParcelFacts): boolean {
  return furthestStep(marks) === "packed" || status === "packed"
}

/** Which of the record's limits a parcel is beyond; a carrier that nobody names is none. */
export function outOfScope(
  scope: HandoverScope,
  parcel: Pick<HandoverParcel, "channel_id" | "carrier">
): ScopeRefusal | null {
  if (scope.channel_id !== null && scope.channel_id !== parcel.channel_id) {
    return "other_channel"
  }
  return scope.carrier !== null &&
    parcel.carrier !== null &&
    plain(scope.carrier) !== plain(parcel.carrier)
    ? "other_carrier"
    : null
}

function plain(carrier: string): string {
  return carrier.normalize("NFC").trim().toLowerCase()
}
