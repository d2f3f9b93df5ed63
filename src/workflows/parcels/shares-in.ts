import { sharesOf } from "../../domain/parcels/judge-parcel"
import { LocalMove } from "../../domain/parcels/local-moves"
import { LoadedParcel, ParcelShare } from "./load-parcels"

/** The shares of a parcel that a move is about; see `sharesOf`. */
export function sharesIn(
  move: LocalMove,
  { shares }: Pick<LoadedParcel, "shares">
): ParcelShare[] {
  const own = sharesOf(
    move,
    shares.map(({ facts }) => facts)
  )
  return shares.filter(({ facts }) => own.includes(facts))
}
