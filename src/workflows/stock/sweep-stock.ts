import { pushesStock } from "../../domain/provider/pushes-stock"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { compareStock } from "./compare-stock"
import { holdUnseen } from "./hold-unseen"

const DEFAULT_INTERVAL_MINUTES = 60
/** How often a comparison that is under way is looked after (milliseconds). */
const NEXT_LOOK_MS = 5_000

/**
 * Compares every listing of a channel with its marketplace, also those that nothing was heard of:
 * writes that went around Medusa, and edits on the marketplace, are found here. Those that are
 * not as they were left are looked at; when all of them were, the certificate is written. Holds
 * that no cell stands for are released.
 *
 * A comparison that broke off goes on with what is left of it.
 */
export async function sweepStock(context: FlowContext): Promise<FlowOutcome> {
  const { container, marketplaces, channel } = context
  const { providers, stockSweeps, options } = marketplaces
  const provider = providers.retrieve(channel.provider_id)
  if (!pushesStock(provider)) {
    return "finished"
  }
  const after = (milliseconds: number) => ({
    due_at: new Date(Date.now() + milliseconds),
  })
  let sweep = await stockSweeps.findOpen(channel.id)
  if (!sweep) {
    sweep = await stockSweeps.open(channel.id)
    await holdUnseen(container, null)
  }
  const left = await stockSweeps.listLeft(channel.id, sweep)
  if (left.size > 0) {
    await compareStock(context, provider, left)
  }
  if ((await stockSweeps.countDue(channel.id, sweep)) > 0) {
    return after(NEXT_LOOK_MS)
  }
  await stockSweeps.close(channel.id, sweep)
  return after(
    (options.sweepIntervalMinutes ?? DEFAULT_INTERVAL_MINUTES) * 60_000
  )
}
