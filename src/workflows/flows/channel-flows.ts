import { FLOW_INTERVALS_MS } from "../../domain/channels/flow-intervals"
import { FlowKind } from "../../domain/channels/flow-kind"
import { answersBuyerRequests } from "../../domain/provider/answers-buyer-requests"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { pushesStock } from "../../domain/provider/pushes-stock"
import { readsEventQueue } from "../../domain/provider/reads-event-queue"
import { readsStatements } from "../../domain/provider/reads-statements"
import { MarketplaceModuleOptions } from "../../modules/marketplace-channel/types"

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/**
 * The recurring work that every channel of this marketplace has for as long as it is connected,
 * with the time between two turns (milliseconds).
 */
export function channelFlows(
  provider: MarketplaceProvider,
  options: MarketplaceModuleOptions
): Partial<Record<FlowKind, number>> {
  const { pollIntervalSeconds = 60, sweepIntervalMinutes = 60 } = options
  const { wide_orders, open_orders, event_queue, buyer_requests, statements } =
    FLOW_INTERVALS_MS
  return {
    recent_orders: pollIntervalSeconds * SECOND_MS,
    wide_orders,
    open_orders,
    ...(readsEventQueue(provider) ? { event_queue } : {}),
    ...(answersBuyerRequests(provider) ? { buyer_requests } : {}),
    ...(readsStatements(provider) ? { statements } : {}),
    ...(pushesStock(provider)
      ? { stock_sweep: sweepIntervalMinutes * MINUTE_MS }
      : {}),
  }
}

/** The kinds of `channelFlows`. */
export function channelFlowKinds(
  provider: MarketplaceProvider,
  options: MarketplaceModuleOptions
): FlowKind[] {
  return Object.keys(channelFlows(provider, options)) as FlowKind[]
}
