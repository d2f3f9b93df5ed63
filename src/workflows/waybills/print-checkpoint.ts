import { JsonObject } from "../../domain/shared/json"
import { RunContext } from "../runs/run-context"
import { ParcelOutcome } from "../order-actions/parcel-outcome"

/** What became of one parcel of a print job. */
export type PrintedParcel = ParcelOutcome & {
  channel_id: string
  /** Which address each order's waybill was made for, in the order of `order_ids`. */
  recipient_keys: (string | null)[]
  /** The marketplace may have given it a tracking number only now. */
  is_new_number: boolean
}

/** What a print job goes on from once its files are there. */
export type PrintCheckpoint = { parcels: PrintedParcel[] }

/** Null while the files of the run are still to be made. */
export async function readCheckpoint({
  marketplaces,
  run,
}: RunContext): Promise<PrintCheckpoint | null> {
  const { checkpoint } = await marketplaces.retrieveMarketplaceRun(run.id, {
    select: ["id", "checkpoint"],
  })
  return checkpoint as PrintCheckpoint | null
}

/** As the run's row holds it. */
export function toJson(checkpoint: PrintCheckpoint): JsonObject {
  return JSON.parse(JSON.stringify(checkpoint)) as JsonObject
}

export function isPrinted({ outcome }: ParcelOutcome): boolean {
  return outcome.ok
}
