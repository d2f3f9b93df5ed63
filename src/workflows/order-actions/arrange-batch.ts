import { ShipmentOffer } from "../../domain/provider/arranges-shipments"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome } from "./action-result"
import { arrangeParcels } from "./arrange-parcels"
import { ArrangeTask, readOffers } from "./shipment-offers"
import { refusalOf } from "./judge-loaded"
import { chosenOf } from "./chosen-parcels"
import { hindranceParams } from "./hindrance-params"
import { noteAction } from "./note-action"
import { OutcomeBoard } from "./outcome-board"
import { isSettled, parcelsAsked, readSaid } from "./said-so-far"

/**
 * Arranges the parcels of orders that were read just before, the locks of `locked` held.
 * Orders that share a parcel with one that is not locked are left.
 * @throws {MarketplaceError} when nothing more can be done for this channel.
 */
export async function arrangeBatch(
  context: RunContext,
  task: ArrangeTask,
  orders: ActedOrder[],
  locked: ReadonlySet<string>
): Promise<{ acted: { external_id: string }[]; left: ActedOrder[] }> {
  const ids = orders.map(({ id }) => id)
  const loaded = await loadParcels(context.container, ids)
  const changed = changedOrders(loaded, locked)
  const left = orders.filter(({ id }) => changed.has(id))
  const said = await readSaid(context, task.channel, orders)
  const own = orders.filter(
    ({ id, external_id }) =>
      !changed.has(id) && !isSettled(said.get(external_id))
  )
  const parcels = chosenOf(task, loaded).filter(({ shares }) =>
    shares.some(({ row }) => own.some(({ id }) => id === row.id))
  )
  const asked_before = new Set([...said.values()].flatMap(parcelsAsked))
  const board = new OutcomeBoard(context, task.channel, own)

  const candidates: LoadedParcel[] = []
  for (const parcel of parcels) {
    const refusal = refusalOf("arrange", parcel, own)
    if (refusal) {
      board.set(
        parcel,
        settled(refusal, asked_before.has(parcel.external_id ?? ""))
      )
    } else if (parcel.external_id === null) {
      board.set(parcel, {
        ok: false,
        code: "not_arrangeable",
        params: hindranceParams({ code: "no_parcel" }),
      })
    } else {
      candidates.push(parcel)
    }
  }
  const access = context.marketplaces.access.open(task.channel)
  const offers = await readOffers(task, access, candidates)
  const waiting = candidates.filter((parcel) => {
    const outcome = judgeOffer(
      offers.get(parcel.external_id ?? ""),
      asked_before.has(parcel.external_id ?? "")
    )
    if (outcome) {
      board.set(parcel, outcome)
    }
    return !outcome
  })
  let acted: { id: string; external_id: string }[] = []
  try {
    await arrangeParcels(task, access, waiting, board)
  } finally {
    acted = ordersAsked(waiting, board)
    for (const row of acted) {
      await noteAction(context, "arrange_shipment", row)
    }
  }
  await board.sayAll()
  return { acted: [...acted, ...own], left }
}

/** Orders of parcels that the marketplace has arranged, or may have. */
function ordersAsked(
  parcels: LoadedParcel[],
  board: OutcomeBoard
): { id: string; external_id: string }[] {
  const asked = parcels.filter((parcel) => {
    const code = board.get(parcel)?.code
    return code === "arranged" || code === "outcome_unknown"
  })
  return [...new Set(asked.flatMap(({ shares }) => shares))].map(
    ({ row }) => row
  )
}

/** Orders that share a parcel with one that is not locked, directly or through others. */
function changedOrders(
  parcels: LoadedParcel[],
  locked: ReadonlySet<string>
): Set<string> {
  const changed = new Set<string>()
  for (let before = -1; before < changed.size;) {
    before = changed.size
    for (const { shares } of parcels) {
      const ids = shares.map(({ row }) => row.id)
      if (ids.some((id) => !locked.has(id) || changed.has(id))) {
        ids.forEach((id) => changed.add(id))
      }
    }
  }
  return changed
}

/** Arranged before is as the person wants it; by this run, when it had asked for it. */
function settled(outcome: ActionOutcome, asked: boolean): ActionOutcome {
  if (outcome.code !== "already_arranged") {
    return outcome
  }
  return { ok: true, code: asked ? "arranged" : "already_arranged" }
}

/** Null for a parcel that may be arranged now. */
function judgeOffer(
  offer: ShipmentOffer | undefined,
  asked: boolean
): ActionOutcome | null {
  const params = hindranceParams(offer?.reason ?? { code: "not_said" })
  switch (offer?.state) {
    case "to_arrange":
      return null
    case "arranged":
      return settled({ ok: true, code: "already_arranged" }, asked)
    case "not_yet":
      return { ok: false, code: "arrange_later", params }
    default:
      return { ok: false, code: "not_arrangeable", params }
  }
}
