import { LoadedParcel } from "../parcels/load-parcels"
import { ActionTask } from "./action-task"

/** Of the orders' parcels those that a person chose: all, unless single parcels were named. */
export function chosenOf(
  { parcels: chosen }: Pick<ActionTask, "parcels">,
  parcels: LoadedParcel[]
): LoadedParcel[] {
  return chosen
    ? parcels.filter(
        ({ external_id }) =>
          external_id !== null && chosen.includes(external_id)
      )
    : parcels
}
