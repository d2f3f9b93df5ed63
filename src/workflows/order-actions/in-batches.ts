import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"
import { ActionTask } from "./action-task"
import { addOutcome } from "./add-outcome"
import { isSettled, readSaid } from "./said-so-far"

/** Orders that are dealt with together; few enough that nobody waits long for them. */
const BATCH = 50

/**
 * Does local work with a task's orders batch by batch, leaving out those that the run has
 * spoken of. Orders whose marketplace is not among the plugin's options are not touched.
 */
export async function inBatches(
  context: RunContext,
  { channel, provider, orders, report }: ActionTask,
  work: (orders: ActedOrder[]) => Promise<void>
): Promise<void> {
  if (!provider) {
    await addOutcome(context, channel, orders, {
      ok: false,
      code: "not_supported",
    })
    return
  }
  const said = await readSaid(context, channel, orders)
  const open = orders.filter(
    ({ external_id }) => !isSettled(said.get(external_id))
  )
  for (let start = 0; start < open.length; start += BATCH) {
    await work(open.slice(start, start + BATCH))
    await report(
      orders.length - open.length + Math.min(start + BATCH, open.length)
    )
  }
}
