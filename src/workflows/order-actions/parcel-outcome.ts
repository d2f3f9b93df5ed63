import { JsonValue } from "../../domain/shared/json"
import { LoadedParcel } from "../parcels/load-parcels"
import { ActionOutcome } from "./action-result"

/** What became of one parcel. */
export type ParcelOutcome = {
  /** The marketplace's id; null for an order without parcels. */
  external_id: string | null
  tracking_number: string | null
  /** Channel orders with units in it. */
  order_ids: string[]
  outcome: ActionOutcome
}

export function outcomeOf(
  { external_id, shares }: LoadedParcel,
  outcome: ActionOutcome
): ParcelOutcome {
  return {
    external_id,
    tracking_number: shares[0]?.parcel?.tracking_number ?? null,
    order_ids: shares.map(({ row }) => row.id),
    outcome,
  }
}

/** True for what was as the person wanted it before. */
const wasSo = ({ code }: ActionOutcome) =>
  code.startsWith("already_") || code === "not_packed"

/**
 * What is said of an order, from all of its parcels: done when all are, `partly_done` naming
 * the others when some are; `params.parcels` tells of each. An order none of whose parcels
 * is known is one that cannot be understood.
 */
export function orderOutcome(
  order_id: string,
  outcomes: ParcelOutcome[]
): ActionOutcome {
  const own = outcomes.filter(({ order_ids }) => order_ids.includes(order_id))
  const failed = own.filter(({ outcome }) => !outcome.ok)
  const [first] = failed.length
    ? failed
    : [...own].sort(
        (a, b) => Number(wasSo(a.outcome)) - Number(wasSo(b.outcome))
      )
  if (!first) {
    return { ok: false, code: "not_understood" }
  }
  const parcels = own.map(toParam)
  if (failed.length && failed.length < own.length) {
    return {
      ok: false,
      code: "partly_done",
      params: {
        done: own.length - failed.length,
        total: own.length,
        which: failed.map(nameOf).join(", "),
        parcels,
      },
    }
  }
  const { params, ...outcome } = first.outcome
  return { ...outcome, params: { ...params, parcels } }
}

function toParam(parcel: ParcelOutcome): JsonValue {
  const { external_id, tracking_number, outcome } = parcel
  return {
    ...outcome.params,
    external_id,
    tracking_number,
    ok: outcome.ok,
    code: outcome.code,
  }
}

/** As people find it on the parcel. */
function nameOf({ tracking_number, external_id }: ParcelOutcome): string {
  return tracking_number ?? external_id ?? ""
}
