import { RaiseObstacle } from "../../domain/stock/decide-push"
import { lockingObstacle } from "../../domain/stock/locking-obstacle"
import { FlowContext } from "../flows/flow-context"

const DEFAULT_POLL_SECONDS = 60
/** An order feed counts as read while it is no older than two polls and this (milliseconds). */
const GRACE_MS = 60_000

/**
 * What keeps every number of a channel from being raised, and when its orders were last read:
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
    { select: ["id", "last_success_at"] }
  )
  const feed_read_at = feed?.last_success_at ?? null
  const poll_ms =
    (marketplaces.options.pollIntervalSeconds ?? DEFAULT_POLL_SECONDS) * 1000
  const fresh =
    feed_read_at !== null &&
    Date.now() - feed_read_at.getTime() <= 2 * poll_ms + GRACE_MS
  const locking = lockingObstacle(await marketplaces.processes.listLiving())
  return { raising: locking ?? (fresh ? null : "stale_orders"), feed_read_at }
}
