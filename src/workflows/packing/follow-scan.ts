import { MedusaContainer } from "@medusajs/framework/types"
import { inBackground } from "../background"
import { LoadedParcel } from "../parcels/load-parcels"
import { followMarks } from "../parcels/mark-parcels"

/**
 * Lets the orders of a parcel follow its marks after the answer: nobody at a table waits for
 * that. The parcel itself is read with its marks, and orders that a crash leaves behind are
 * found by the next tick.
 * @param cause_id of the scan.
 */
export function followScan(
  container: MedusaContainer,
  loaded: LoadedParcel,
  cause: { cause_id: string; actor: string }
): void {
  inBackground(container, `scan ${cause.cause_id}`, () =>
    followMarks(container, [loaded], { source: "scan", actor: cause.actor })
  )
}
