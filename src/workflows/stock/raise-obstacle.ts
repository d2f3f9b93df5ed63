import { RaiseObstacle } from "../../domain/stock/decide-push"
import { lockingObstacle } from "../../domain/stock/locking-obstacle"
import { feedReadAt, isFeedFresh } from "../../domain/stock/order-feed"
import { FlowContext } from "../flows/flow-context"

const DEFAULT_POLL_SECONDS = 60

/**
 * What keeps every number of a channel from being raised, and up to when its orders are read:
 * whoever does not know the newest sales, or may lose reservations, must not offer more.
 */
export async function raiseObstacle({
  marketplaces,
  channel,
}: FlowContext): Promise<{
  raising: RaiseObstacle | null
  feed_read_at: Date | null
}> {
  const [feed] = await marketplaces.listMarketplaceFlows(
    { channel_id: channel.id, kind: "recent_orders" },
    { select: ["id", "cursor", "last_success_at"] }
  )
  const feed_read_at = feedReadAt(feed)
  const poll_ms =
    (marketplaces.options.pollIntervalSeconds ?? DEFAULT_POLL_SECONDS) * 1000
  const fresh = isFeedFresh(feed_read_at, poll_ms, new Date())
  const locking = lockingObstacle(await marketplaces.processes.listLiving())
  return { raising: locking ?? (fresh ? null : "stale_orders"), feed_read_at }
}
