import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { LocalMove } from "../../domain/parcels/local-moves"
import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import { LoadedParcel } from "../parcels/load-parcels"
import { ActionOutcome } from "./action-result"

/** Why a move of a stored parcel is refused; null when it may be made. */
export function refusalOf(
  move: LocalMove,
  parcel: LoadedParcel
): (ActionOutcome & { ok: false }) | null {
  if (!isHere(parcel)) {
    return { ok: false, code: "not_in_shop" }
  }
  const verdict = judgeParcel(
    move,
    parcel.shares.map(({ facts }) => facts)
  )
  return verdict.ok ? null : verdict
}

/** False when all of the goods are somebody else's to send. */
function isHere({ shares }: LoadedParcel): boolean {
  return shares.some(
    ({ order, parcel }) => unitsInParcel(order, parcel).length > 0
  )
}
