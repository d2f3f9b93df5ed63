import { FlowKind } from "../../domain/channels/flow-kind"
import { answersBuyerRequests } from "../../domain/provider/answers-buyer-requests"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { pushesStock } from "../../domain/provider/pushes-stock"
import { readsEventQueue } from "../../domain/provider/reads-event-queue"
import { readsStatements } from "../../domain/provider/reads-statements"
import { MarketplaceModuleOptions } from "../../modules/marketplace-channel/types"

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/**
 * The recurring work that a channel of this marketplace must have, with the time between two
 * turns (milliseconds; null where only its own schedule says).
 */
export function expectedFlows(
  provider: MarketplaceProvider,
  options: MarketplaceModuleOptions,
  authorization: { renews_by_itself: boolean; ends_at: Date | null } | null
): Partial<Record<FlowKind, number | null>> {
  const { pollIntervalSeconds = 60, sweepIntervalMinutes = 60 } = options
  const cared_for =
    authorization && (authorization.renews_by_itself || authorization.ends_at)
  return {
    recent_orders: pollIntervalSeconds * SECOND_MS,
    wide_orders: HOUR_MS,
    open_orders: 10 * MINUTE_MS,
    ...(cared_for ? { authorization: null } : {}),
    // Hourly where a channel has no queue yet.
    ...(readsEventQueue(provider) ? { event_queue: HOUR_MS } : {}),
    ...(answersBuyerRequests(provider)
      ? { buyer_requests: 5 * MINUTE_MS }
      : {}),
    ...(readsStatements(provider) ? { statements: 24 * HOUR_MS } : {}),
    ...(pushesStock(provider)
      ? { stock_sweep: sweepIntervalMinutes * MINUTE_MS }
      : {}),
  }
}
