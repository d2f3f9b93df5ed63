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
export function parcelsInDoubt(line: SaidLine): string[] {
  return parcelsSaid(line, ["outcome_unknown"])
}

/** Parcels that the run has asked for, as far as it knows, by the marketplace's ids. */
export function parcelsAsked(line: SaidLine): string[] {
  return parcelsSaid(line, ["outcome_unknown", "arranged"])
}

function parcelsSaid({ params }: SaidLine, codes: string[]): string[] {
  const parcels = Array.isArray(params.parcels) ? params.parcels : []
  return parcels.flatMap((parcel) =>
    isObject(parcel) && codes.includes(String(parcel.code))
      ? String(parcel.external_id)
      : []
  )
}

/** Codes of what may still be asked for, or found out. */
const OPEN = ["outcome_unknown", "not_asked_yet"]

/** True when nothing more is to be done or found out about the order. */
export function isSettled(line: SaidLine | undefined): boolean {
  return (
    line !== undefined &&
    !OPEN.includes(line.code) &&
    parcelsSaid(line, OPEN).length === 0
  )
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
