import { JsonValue } from "../../domain/shared/json"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"

/** What a run has said of an order so far. */
export type SaidLine = {
  code: string
  params: { [name: string]: JsonValue }
}

/** What this run has said of these orders of one channel so far, by marketplace id. */
export async function readSaid(
  { marketplaces, run }: RunContext,
  channel: { id: string },
  orders: ActedOrder[]
): Promise<Map<string, SaidLine>> {
  const lines = await marketplaces.listMarketplaceRunResults(
    {
      run_id: run.id,
      channel_id: channel.id,
      external_id: orders.map(({ external_id }) => external_id),
    },
    { select: ["external_id", "code", "params"] }
  )
  return new Map(
    lines.map(({ external_id, code, params }) => [
      external_id,
      { code, params: params as SaidLine["params"] },
    ])
  )
}

/** Parcels that may have been asked for before a crash, by the marketplace's ids. */
export function parcelsInDoubt({ params }: SaidLine): string[] {
  const parcels = Array.isArray(params.parcels) ? params.parcels : []
  return parcels.flatMap((parcel) =>
    isObject(parcel) && parcel.code === "outcome_unknown"
      ? String(parcel.external_id)
      : []
  )
}

/** True when nothing more is to be found out about the order. */
export function isSettled(line: SaidLine | undefined): boolean {
  return (
    line !== undefined &&
    line.code !== "outcome_unknown" &&
    parcelsInDoubt(line).length === 0
  )
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
