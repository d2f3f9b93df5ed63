import { judgeUndoPackedOf } from "../../domain/parcels/undo-packed"
import { loadParcels } from "../parcels/load-parcels"
import { unpackParcels } from "../parcels/unpack-parcels"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"
import { ActionTask } from "./action-task"
import { chosenOf } from "./chosen-parcels"
import { inBatches } from "./in-batches"
import { reasonOf } from "./mark-orders-task"
import { OutcomeBoard } from "./outcome-board"

/** Takes *packed* marks back, and what was counted; no marketplace is asked. */
export function undoPackedTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  return inBatches(context, task, (orders) => undoBatch(context, task, orders))
}

async function undoBatch(
  context: RunContext,
  { channel, params, parcels: chosen }: ActionTask,
  orders: ActedOrder[]
): Promise<void> {
  const { container, run } = context
  const loaded = await loadParcels(
    container,
    orders.map(({ id }) => id)
  )
  const parcels = chosenOf({ parcels: chosen }, loaded)
  const board = new OutcomeBoard(context, channel, orders)
  const packed = parcels.filter((parcel) => {
    const verdict = judgeUndoPackedOf(parcel.shares.map(({ facts }) => facts))
    board.set(
      parcel,
      verdict.ok
        ? { ok: true, code: "packed_undone" }
        : { ok: verdict.code === "not_packed", code: verdict.code }
    )
    return verdict.ok
  })
  await unpackParcels(container, packed, {
    actor: run.created_by,
    reason: reasonOf(params),
  })
  await board.sayAll()
}
