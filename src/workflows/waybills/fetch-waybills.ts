import { setTimeout as sleep } from "node:timers/promises"
import { bulkhead } from "cockatiel"
import { AskedChannels } from "../../domain/provider/asked-channels"
import { Waybill, WaybillWish } from "../../domain/provider/gives-waybills"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { groupBy } from "../../domain/shared/group-by"
import { ActionOutcome, failureOutcome } from "../order-actions/action-result"
import { parcelKey } from "../parcels/parcel-key"
import { ChosenWaybill } from "./choose-waybills"

/** Waybills that are asked for at once, of each channel. */
const AT_ONCE = 4

export type FetchTimes = {
  /** Between two looks at waybills that are still being made (milliseconds). */
  pause_ms: number
  /** For how long each is waited for (milliseconds). */
  patience_ms: number
}
const TIMES: FetchTimes = { pause_ms: 2_000, patience_ms: 60_000 }

export type Fetching = {
  /** Which channels are still asked; told of every call. */
  channels: AskedChannels
  /**
   * Told how many are fetched, or failed, whenever something was asked for, so that the run is
   * known to be at work.
   */
  onLook(done: number): Promise<void>
  /** What becomes of one whose fetching throws what no marketplace does; it may throw instead. */
  onUnexpected(one: ChosenWaybill, error: unknown): ActionOutcome
  times?: FetchTimes
}

export type FetchedWaybill = { waybill: Waybill } | { failure: ActionOutcome }

/**
 * Fetches waybills, a few at a time of each channel, all channels side by side. Those that the
 * marketplace is still making are asked for again until they are there or patience ends; one
 * that fails stops no other, until its channel is given up.
 */
export async function fetchWaybills(
  chosen: ChosenWaybill[],
  wish: WaybillWish,
  { channels, onLook, onUnexpected, times = TIMES }: Fetching
): Promise<Map<ChosenWaybill, FetchedWaybill>> {
  const fetched = new Map<ChosenWaybill, FetchedWaybill>()

  const fetchOne = async (one: ChosenWaybill, end: number): Promise<void> => {
    const { id } = one.parcel.channel
    const key = parcelKey(one.parcel)
    const given_up = channels.whyGivenUp(id)
    if (given_up || !key) {
      const failure = given_up ? failureOutcome(given_up) : NOT_CONFIRMED
      fetched.set(one, { failure })
      return
    }
    try {
      const waybill = await one.provider.readWaybill(one.access, key, wish)
      channels.note(id, null)
      fetched.set(one, { waybill })
    } catch (error) {
      if (!(error instanceof MarketplaceError)) {
        fetched.set(one, { failure: onUnexpected(one, error) })
      } else {
        channels.note(id, error)
        if (error.kind !== "not_ready" || Date.now() >= end) {
          fetched.set(one, { failure: waybillFailure(error) })
        }
      }
    }
    await onLook(fetched.size)
  }

  const fetchOfChannel = async (own: ChosenWaybill[]): Promise<void> => {
    const slots = bulkhead(AT_ONCE, Infinity)
    const ends = new Map<ChosenWaybill, number>()
    const endOf = (one: ChosenWaybill): number => {
      const end = ends.get(one) ?? Date.now() + times.patience_ms
      ends.set(one, end)
      return end
    }
    let waiting = own
    while (waiting.length) {
      await Promise.all(
        waiting.map((one) => slots.execute(() => fetchOne(one, endOf(one))))
      )
      waiting = waiting.filter((one) => !fetched.has(one))
      if (waiting.length) {
        await sleep(times.pause_ms)
        await onLook(fetched.size)
      }
    }
  }

  const byChannel = groupBy(chosen, ({ parcel }) => parcel.channel.id)
  await Promise.all([...byChannel.values()].map(fetchOfChannel))
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
