import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { createPickList } from "../pick-lists/create-pick-list"
import { RunContext } from "../runs/run-context"
import { ActionOutcome, actionResult } from "./action-result"
import { ActionTask } from "./action-task"
import { refusalOf } from "./judge-loaded"

/** Makes one pick list of all the orders of a run whose goods are still to be fetched. */
export async function pickListJob(
  context: RunContext,
  tasks: ActionTask[]
): Promise<void> {
  const { container, run } = context
  const known = tasks.filter(({ provider }) => provider !== null)
  const parcels = await loadParcels(
    container,
    known.flatMap(({ orders }) => orders.map(({ id }) => id))
  )
  const outcomeOf = new Map<string, ActionOutcome | null>()
  for (const { orders } of known) {
    for (const { id } of orders) {
      outcomeOf.set(id, refusalOfOrder(id, parcels))
    }
  }
  const order_ids = [...outcomeOf].flatMap(([id, refusal]) =>
    refusal ? [] : id
  )
  const list = order_ids.length
    ? await createPickList(container, {
        order_ids,
        created_by: run.created_by,
        cause_id: run.id,
      })
    : null
  const others = await context.marketplaces.pickLists.openListsOf(
    order_ids,
    list?.id ?? ""
  )
  for (const { channel, orders, report } of tasks) {
    await context.addResults(
      orders.map((order) =>
        actionResult(
          channel,
          order,
          resultOf(outcomeOf.get(order.id), list, others.get(order.id))
        )
      )
    )
    await report(orders.length)
  }
}

function resultOf(
  /** Undefined for an order of an unknown marketplace. */
  refusal: ActionOutcome | null | undefined,
  list: { id: string; number: number } | null,
  /** Number of another open list that the order is on. */
  other: number | undefined
): ActionOutcome {
  if (refusal === undefined) {
    return { ok: false, code: "not_supported" }
  }
  return (
    refusal ?? {
      ok: true,
      code: other === undefined ? "on_pick_list" : "on_two_pick_lists",
      params: {
        pick_list_id: list?.id ?? null,
        number: list?.number ?? null,
        ...(other !== undefined && { other }),
      },
    }
  )
}

/** An order whose shipment is still to be arranged may be picked beforehand. */
function refusalOfOrder(
  id: string,
  parcels: LoadedParcel[]
): ActionOutcome | null {
  const own = parcels
    .map((parcel) => ({
      ...parcel,
      shares: parcel.shares.filter(({ row }) => row.id === id),
    }))
    .filter(({ shares }) => shares.length)
  if (!own.length) {
    return { ok: false, code: "not_understood" }
  }
  const refusals = own.map((parcel) => {
    const refusal = refusalOf("pack", parcel)
    const early =
      refusal?.code === "not_confirmed" && refusalOf("arrange", parcel) === null
    return early ? null : refusal
  })
  const [first] = refusals
  if (first && refusals.every((refusal) => refusal !== null)) {
    return first
  }
  const toFetch = own.filter((_, place) => refusals[place] === null)
  return hasUnits(toFetch) ? null : { ok: false, code: "nothing_to_pick" }
}

function hasUnits(parcels: LoadedParcel[]): boolean {
  return parcels.some(({ shares }) =>
    shares.some(({ order, parcel }) =>
      unitsInParcel(order, parcel).some(({ units }) => units > 0)
    )
  )
}
