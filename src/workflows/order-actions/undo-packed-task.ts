import { judgeUndoPacked, UndoVerdict } from "../../domain/parcels/undo-packed"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { unmarkParcels } from "../parcels/mark-parcels"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"
import { ActionTask } from "./action-task"
import { inBatches } from "./in-batches"
import { OutcomeBoard } from "./outcome-board"

/** Takes *packed* marks back; no marketplace is asked. */
export function undoPackedTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  return inBatches(context, task, (orders) => undoBatch(context, task, orders))
}

async function undoBatch(
  context: RunContext,
  { channel }: ActionTask,
  orders: ActedOrder[]
): Promise<void> {
  const { container, run } = context
  const parcels = await loadParcels(
    container,
    orders.map(({ id }) => id)
  )
  const board = new OutcomeBoard(context, channel, orders)
  const packed = parcels.filter((parcel) => {
    const verdict = judge(parcel)
    board.set(
      parcel,
      verdict.ok
        ? { ok: true, code: "packed_undone" }
        : { ok: verdict.code === "not_packed", code: verdict.code }
    )
    return verdict.ok
  })
  await unmarkParcels(container, packed, {
    kind: "packed",
    source: "hand",
    actor: run.created_by,
  })
  await board.sayAll()
}

/** One order that is past it keeps the whole parcel as it is. */
function judge({ shares }: LoadedParcel): UndoVerdict {
  const verdicts = shares.map(({ facts }) => judgeUndoPacked(facts))
  const refused = verdicts.find(
    (verdict) => !verdict.ok && verdict.code !== "not_packed"
  )
  return (
    refused ??
    verdicts.find(({ ok }) => ok) ?? { ok: false, code: "not_packed" }
  )
}
