import { pushesStock } from "../../domain/provider/pushes-stock"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { followStockNow } from "./follow-stock-now"

const DEFAULT_INTERVAL_MINUTES = 60

/**
 * Has every listing of a channel looked at, also those that nothing was heard of: writes that
 * went around Medusa, and edits on the marketplace, are found here.
 */
export async function sweepStock({
  container,
  marketplaces,
  channel,
}: FlowContext): Promise<FlowOutcome> {
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!pushesStock(provider)) {
    return "finished"
  }
  await followStockNow(
    container,
    await marketplaces.stockNudges.addChannel(channel.id, "sweep")
  )
  const minutes =
    marketplaces.options.sweepIntervalMinutes ?? DEFAULT_INTERVAL_MINUTES
  return { due_at: new Date(Date.now() + minutes * 60_000) }
}
