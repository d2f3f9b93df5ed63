import { setTimeout as sleep } from "node:timers/promises"
import { ShipmentOutcome } from "../../domain/provider/arranges-shipments"
import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { LoadedParcel } from "../parcels/load-parcels"
import { parcelKey } from "../parcels/parcel-key"
import { ActionOutcome, failureOutcome } from "./action-result"
import { OutcomeBoard } from "./outcome-board"
import { ArrangeTask, readOffers } from "./shipment-offers"

/** When a lost answer is looked for (milliseconds between looks): a slow call may still be at work. */
const LOOKS_MS = [0, 1000, 3000]

/**
 * Arranges parcels that were read as `to_arrange` just before, their orders' locks held. Until
 * its call has come, a parcel's order counts as open, whatever became of its other parcels.
 * @throws {MarketplaceError} when a person has to sign in; nothing has happened to the
 * parcels whose outcome says so.
 */
export async function arrangeParcels(
  task: ArrangeTask,
  access: ChannelAccess,
  parcels: LoadedParcel[],
  board: OutcomeBoard
): Promise<void> {
  const size = Math.max(1, task.provider.shipment_batch_size)
  parcels.forEach((parcel) => board.set(parcel, NOT_YET))
  for (let start = 0; start < parcels.length; start += size) {
    const batch = parcels.slice(start, start + size)
    try {
      await arrangeOneCall(task, access, batch, board)
    } catch (error) {
      await giveUp(parcels.slice(start + size), error, board)
      throw error
    }
  }
}

/**
 * One call. A parcel that still waits when its answer was lost is left to a person, or to
 * whoever takes the run up again: the call may be on its way.
 */
async function arrangeOneCall(
  task: ArrangeTask,
  access: ChannelAccess,
  parcels: LoadedParcel[],
  board: OutcomeBoard
): Promise<void> {
  parcels.forEach((parcel) => board.set(parcel, UNKNOWN))
  await board.sayOf(parcels)
  const answers = await call(task, access, parcels)
  for (const [parcel, error] of answers) {
    if (!isDoubtful(error)) {
      board.set(parcel, error ? failureOutcome(error) : ARRANGED)
    }
  }
  await board.sayOf(parcels)
  const failure = [...answers.values()].find((error) =>
    needsAuthorization(error)
  )
  if (failure) {
    throw failure
  }
  await lookAfter(task, access, answers, board)
}

/** Parcels whose turn does not come any more: nothing was asked for them. */
async function giveUp(
  parcels: LoadedParcel[],
  error: unknown,
  board: OutcomeBoard
): Promise<void> {
  if (error instanceof MarketplaceError) {
    parcels.forEach((parcel) => board.set(parcel, failureOutcome(error)))
    await board.sayOf(parcels)
  }
}

const NOT_YET: ActionOutcome = { ok: false, code: "not_asked_yet" }
const UNKNOWN: ActionOutcome = { ok: false, code: "outcome_unknown" }
const ARRANGED: ActionOutcome = { ok: true, code: "arranged" }

type Answers = Map<LoadedParcel, MarketplaceError | null>

/** What the marketplace answered for each parcel: null is yes. */
async function call(
  { provider, wish }: ArrangeTask,
  access: ChannelAccess,
  parcels: LoadedParcel[]
): Promise<Answers> {
  const keys = parcels.flatMap((parcel) => parcelKey(parcel) ?? [])
  let outcomes: ShipmentOutcome[]
  try {
    outcomes = await provider.arrangeShipments(access, keys, wish)
  } catch (error) {
    const failure =
      error instanceof MarketplaceError ? error : unexpected(error)
    return new Map(parcels.map((parcel) => [parcel, failure]))
  }
  return new Map(
    parcels.map((parcel) => {
      const outcome = outcomes.find(
        (one) => one.parcel.external_id === parcel.external_id
      )
      if (!outcome) {
        return [parcel, unexpected("the answer does not name the parcel")]
      }
      return [parcel, outcome.ok ? null : outcome.error]
    })
  )
}

/** An error nobody expected proves nothing. */
function unexpected(cause: unknown): MarketplaceError {
  return new MarketplaceError(
    {
      kind: "outcome_unknown",
      message: cause instanceof Error ? cause.message : String(cause),
    },
    { cause }
  )
}

function isDoubtful(error: MarketplaceError | null): boolean {
  return error?.kind === "outcome_unknown" || error?.kind === "invalid_response"
}

/**
 * Looks what became of parcels that were refused, which may have been arranged by somebody
 * else, and of those whose answer was lost.
 */
async function lookAfter(
  task: ArrangeTask,
  access: ChannelAccess,
  answers: Answers,
  board: OutcomeBoard
): Promise<void> {
  const of = (test: (error: MarketplaceError | null) => boolean) =>
    [...answers].flatMap(([parcel, error]) => (test(error) ? parcel : []))
  await markArranged(
    task,
    access,
    of((error) => error?.kind === "rejected" || error?.kind === "not_found"),
    board,
    { ok: true, code: "already_arranged" }
  )
  let doubtful: LoadedParcel[] | null = of(isDoubtful)
  for (const pause of LOOKS_MS) {
    if (doubtful?.length) {
      await sleep(pause)
      doubtful = await markArranged(task, access, doubtful, board, ARRANGED)
    }
  }
}

/**
 * Gives parcels that turn out to be arranged this outcome.
 * @returns those that wait to be arranged; null when that cannot be read.
 */
async function markArranged(
  task: ArrangeTask,
  access: ChannelAccess,
  parcels: LoadedParcel[],
  board: OutcomeBoard,
  outcome: ActionOutcome
): Promise<LoadedParcel[] | null> {
  try {
    const offers = await readOffers(task, access, parcels)
    const stateOf = ({ external_id }: LoadedParcel) =>
      offers.get(external_id ?? "")?.state
    parcels
      .filter((parcel) => stateOf(parcel) === "arranged")
      .forEach((parcel) => board.set(parcel, outcome))
    return parcels.filter((parcel) => stateOf(parcel) === "to_arrange")
  } catch (error) {
    if (error instanceof MarketplaceError) {
      return null
    }
    throw error
  }
}
