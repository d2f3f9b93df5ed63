import { pushesStock } from "../../domain/provider/pushes-stock"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { followStockNow } from "./follow-stock-now"
import { holdUnseen } from "./hold-unseen"

const DEFAULT_INTERVAL_MINUTES = 60
/** How often a comparison that is under way is looked after (milliseconds). */
const NEXT_LOOK_MS = 5_000

/**
 * Has every listing of a channel looked at, also those that nothing was heard of: writes that
 * went around Medusa, and edits on the marketplace, are found here. When all are compared the
 * certificate is written. Holds that no cell stands for are released.
 */
export async function sweepStock({
  container,
  marketplaces,
  channel,
}: FlowContext): Promise<FlowOutcome> {
  const { providers, stockNudges, stockSweeps, options } = marketplaces
  if (!pushesStock(providers.retrieve(channel.provider_id))) {
    return "finished"
  }
  const after = (milliseconds: number) => ({
    due_at: new Date(Date.now() + milliseconds),
  })
  const sweep = await stockSweeps.findOpen(channel.id)
  if (!sweep) {
    await stockSweeps.open(channel.id)
    await holdUnseen(container, null)
    await followStockNow(
      container,
      await stockNudges.addChannel(channel.id, "sweep")
    )
    return after(NEXT_LOOK_MS)
  }
  if ((await stockSweeps.countLeft(channel.id, sweep)) > 0) {
    return after(NEXT_LOOK_MS)
  }
  await stockSweeps.close(channel.id, sweep)
  return after(
    (options.sweepIntervalMinutes ?? DEFAULT_INTERVAL_MINUTES) * 60_000
  )
}
