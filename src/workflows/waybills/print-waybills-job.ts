import { WaybillSize, WaybillWish } from "../../domain/provider/gives-waybills"
import { actionResult } from "../order-actions/action-result"
import { ActionTask } from "../order-actions/action-task"
import { orderOutcome } from "../order-actions/parcel-outcome"
import { RunContext } from "../runs/run-context"
import { chooseWaybills } from "./choose-waybills"
import { makeFiles } from "./make-files"
import { markPrinted } from "./mark-printed"
import { PrintCheckpoint, readCheckpoint } from "./print-checkpoint"

/** As the route checked them. */
type PrintParams = {
  size?: WaybillSize
  packing_slip?: boolean
  /** Why, where one of them was printed before. */
  reason?: string
}

/**
 * Prints the waybills of orders of any channels into one PDF in picking order. Once the files
 * are there with what became of each parcel, the parcels are marked as printed: a job that is
 * taken up again after a crash either makes the files anew, nothing being marked yet, or goes
 * on marking.
 */
export async function printWaybillsJob(
  context: RunContext,
  tasks: ActionTask[]
): Promise<void> {
  const { size, packing_slip, reason } = context.run.params
    .params as PrintParams
  const wish: WaybillWish = {
    size: size ?? "A6",
    with_packing_slip: packing_slip ?? false,
  }
  const checkpoint =
    (await readCheckpoint(context)) ??
    (await makeFiles(
      context,
      await chooseWaybills(context, tasks, reason !== undefined),
      wish
    ))
  await markPrinted(context, checkpoint, reason ?? null)
  await sayOutcomes(context, tasks, checkpoint)
}

async function sayOutcomes(
  context: RunContext,
  tasks: ActionTask[],
  { parcels }: PrintCheckpoint
): Promise<void> {
  for (const { channel, orders } of tasks) {
    const own = parcels.filter(({ channel_id }) => channel_id === channel.id)
    await context.addResults(
      orders.map((order) =>
        actionResult(channel, order, orderOutcome(order.id, own))
      )
    )
  }
}
