import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { LocalMove } from "../../domain/parcels/local-moves"
import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import { LoadedParcel, ParcelShare } from "../parcels/load-parcels"
import { sharesIn } from "../parcels/shares-in"
import { ActedOrder, ActionOutcome } from "./action-result"

/**
 * Why a move of a stored parcel is refused; null when it may be made.
 * @param chosen the orders that somebody chose: one that was cancelled does not move the others
 * in its parcel.
 */
export function refusalOf(
  move: LocalMove,
  parcel: LoadedParcel,
  chosen?: ActedOrder[]
): (ActionOutcome & { ok: false }) | null {
  if (!isHere(parcel)) {
    return { ok: false, code: "not_in_shop" }
  }
  const isChosen = ({ row }: ParcelShare) =>
    chosen === undefined || chosen.some(({ id }) => id === row.id)
  const shares = sharesIn(move, parcel).some(isChosen)
    ? parcel.shares
    : parcel.shares.filter(isChosen)
  const verdict = judgeParcel(
    move,
    shares.map(({ facts }) => facts)
  )
  if (verdict.ok) {
    return null
  }
  return verdict.code === "cancelled_units_inside"
    ? { ...verdict, params: { which: surplusOf(parcel) } }
    : verdict
}

/** What has to come out, as people find it on the goods. */
function surplusOf(parcel: LoadedParcel): string {
  const named = sharesIn("hand_over", parcel).flatMap(({ order, facts }) =>
    facts.surplus.map(({ external_sku_id, units }) => {
      const line = order.lines.find(
        (one) => one.external_sku_id === external_sku_id
      )
      return `${units} × ${line?.seller_sku ?? line?.title ?? external_sku_id}`
    })
  )
  return named.join(", ")
}

/** False when all of the goods are somebody else's to send. */
function isHere({ shares }: LoadedParcel): boolean {
  return shares.some(
    ({ order, parcel }) => unitsInParcel(order, parcel).length > 0
  )
}
