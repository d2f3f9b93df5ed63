import { OrderActionCode } from "../../domain/orders/order-action-codes"
import { LocalMove } from "../../domain/parcels/local-moves"
import { ParcelMarkKind } from "../../domain/parcels/parcel-mark"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { markParcels } from "../parcels/mark-parcels"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"
import { ActionTask } from "./action-task"
import { chosenOf } from "./chosen-parcels"
import { inBatches } from "./in-batches"
import { refusalOf } from "./judge-loaded"
import { OutcomeBoard } from "./outcome-board"

type Marking = {
  move: LocalMove
  kind: ParcelMarkKind
  done: OrderActionCode
  /** The refusal that says that it is as the person wants it. */
  before: OrderActionCode
}

const MARKINGS: Partial<Record<ActionTask["action"], Marking>> = {
  mark_packed: {
    move: "pack",
    kind: "packed",
    done: "marked_packed",
    before: "already_packed",
  },
  mark_awaiting_collection: {
    move: "hand_over",
    kind: "handed_over",
    done: "marked_awaiting_collection",
    before: "already_handed_over",
  },
}

/** Marks the parcels of orders by a person's word; no marketplace is asked. */
export function markOrdersTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  return inBatches(context, task, (orders) => markBatch(context, task, orders))
}

async function markBatch(
  context: RunContext,
  { action, channel, params, parcels: chosen }: ActionTask,
  orders: ActedOrder[]
): Promise<void> {
  const marking = MARKINGS[action]
  if (!marking) {
    return
  }
  const { container, run } = context
  const loaded = await loadParcels(
    container,
    orders.map(({ id }) => id)
  )
  const parcels = chosenOf({ parcels: chosen }, loaded)
  const mine = await readOwnMarks(context, marking.kind, parcels)
  const board = new OutcomeBoard(context, channel, orders)
  const allowed = parcels.filter((parcel) => {
    const refusal = isMarked(parcel, mine)
      ? null
      : refusalOf(marking.move, parcel, orders)
    board.set(
      parcel,
      refusal
        ? { ...refusal, ok: refusal.code === marking.before }
        : { ok: true, code: marking.done }
    )
    return !refusal
  })
  await markParcels(container, allowed, {
    kind: marking.kind,
    source: "hand",
    cause_id: run.id,
    actor: run.created_by,
    reason: reasonOf(params),
    run_id: run.id,
  })
  await board.sayAll()
}

export function reasonOf({ reason }: ActionTask["params"]): string | null {
  return typeof reason === "string" ? reason : null
}

/** Shares that this run has marked before a crash: repeating it must not call them refused. */
async function readOwnMarks(
  { marketplaces, run }: RunContext,
  kind: ParcelMarkKind,
  parcels: LoadedParcel[]
): Promise<Set<string>> {
  const marks = await marketplaces.listMarketplaceParcelMarks(
    {
      run_id: run.id,
      kind,
      undone_at: null,
      channel_order_id: parcels.flatMap(({ shares }) =>
        shares.map(({ row }) => row.id)
      ),
    },
    { select: ["channel_order_id", "parcel_external_id"] }
  )
  return new Set(marks.map((mark) => shareKey(mark.channel_order_id, mark)))
}

function isMarked(parcel: LoadedParcel, marks: Set<string>): boolean {
  return parcel.shares.some(({ row }) =>
    marks.has(shareKey(row.id, { parcel_external_id: parcel.external_id }))
  )
}

function shareKey(
  order_id: string,
  { parcel_external_id }: { parcel_external_id: string | null }
): string {
  return `${order_id} ${parcel_external_id ?? ""}`
}
