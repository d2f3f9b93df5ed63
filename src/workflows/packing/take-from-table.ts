import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../marketplaces"
import { answerAgain } from "./answer-again"
import { PackingAnswer, scanResult } from "./scan-answer"
import { layFound, TableParcel } from "./table-parcel"

/**
 * Reads the parcel that lies on a packing table; null when there is none any more, for
 * example because the marketplace has split it.
 * @param parcel_id the parcel's id, or the order's that has none.
 */
export async function takeFromTable(
  container: MedusaContainer,
  parcel_id: string
): Promise<TableParcel | null> {
  const found = await marketplacesOf(container).packing.findParcel(parcel_id)
  return found && layFound(container, found)
}

/** The answer about a parcel that is gone. */
export async function refuseUnknown(
  container: MedusaContainer,
  step: { id: string; code: string; actor: string }
): Promise<PackingAnswer> {
  const { id, code: scanned, actor } = step
  const scan = { id, ok: false, code: "unknown_parcel", scanned } as const
  const earlier = await marketplacesOf(container).packing.record({
    ...scan,
    channel_id: null,
    parcel_external_id: null,
    actor,
  })
  return earlier
    ? answerAgain(container, earlier)
    : { scan: scanResult(scan), parcel: null }
}
