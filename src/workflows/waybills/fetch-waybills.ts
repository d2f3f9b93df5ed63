import { setTimeout as sleep } from "node:timers/promises"
import { bulkhead } from "cockatiel"
import { Waybill, WaybillWish } from "../../domain/provider/gives-waybills"
import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { ActionOutcome, failureOutcome } from "../order-actions/action-result"
import { parcelKey } from "../parcels/parcel-key"
import { ChosenWaybill } from "./choose-waybills"

/** Waybills that are asked for at once. */
const AT_ONCE = 4

export type FetchTimes = {
  /** Between two looks at waybills that are still being made (milliseconds). */
  pause_ms: number
  /** For how long each is waited for (milliseconds). */
  patience_ms: number
}
const TIMES: FetchTimes = { pause_ms: 2_000, patience_ms: 60_000 }

export type FetchedWaybill = { waybill: Waybill } | { failure: ActionOutcome }

/**
 * Fetches waybills, a few at a time. Those that the marketplace is still making are asked
 * for again until they are there or patience ends; one that fails stops no other.
 * @param onLook told how many are fetched, or failed, whenever something was asked for, so that
 * the run is known to be at work.
 */
export async function fetchWaybills(
  chosen: ChosenWaybill[],
  wish: WaybillWish,
  onLook: (done: number) => Promise<void>,
  times: FetchTimes = TIMES
): Promise<Map<ChosenWaybill, FetchedWaybill>> {
  const fetched = new Map<ChosenWaybill, FetchedWaybill>()
  const end = new Map<ChosenWaybill, number>()
  const shut = new Map<string, ActionOutcome>()
  const slots = bulkhead(AT_ONCE, Infinity)

  const fetchOne = async (one: ChosenWaybill): Promise<void> => {
    const { id } = one.parcel.channel
    const key = parcelKey(one.parcel)
    const closed = shut.get(id)
    if (closed || !key) {
      fetched.set(one, { failure: closed ?? NOT_CONFIRMED })
      return
    }
    end.set(one, end.get(one) ?? Date.now() + times.patience_ms)
    try {
      const waybill = await one.provider.readWaybill(one.access, key, wish)
      fetched.set(one, { waybill })
    } catch (error) {
      if (!(error instanceof MarketplaceError)) {
        throw error
      }
      if (needsAuthorization(error)) {
        shut.set(id, failureOutcome(error))
      }
      const isLate = Date.now() >= (end.get(one) ?? 0)
      if (error.kind !== "not_ready" || isLate) {
        fetched.set(one, { failure: waybillFailure(error) })
      }
    }
    await onLook(fetched.size)
  }

  let waiting = chosen
  while (waiting.length) {
    await Promise.all(waiting.map((one) => slots.execute(() => fetchOne(one))))
    waiting = waiting.filter((one) => !fetched.has(one))
    if (waiting.length) {
      await sleep(times.pause_ms)
      await onLook(fetched.size)
    }
  }
  return fetched
}

const NOT_CONFIRMED: ActionOutcome = { ok: false, code: "not_confirmed" }

function waybillFailure(error: MarketplaceError): ActionOutcome {
  const params = { reason: error.message }
  switch (error.kind) {
    case "not_ready":
      return { ok: false, code: "waybill_not_ready", params }
    case "not_found":
      return { ok: false, code: "rejected", params }
    case "invalid_response":
      return { ok: false, code: "waybill_unreadable", params }
    default:
      return failureOutcome(error)
  }
}
