import { answersBuyerRequests } from "../../domain/provider/answers-buyer-requests"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { pushesStock } from "../../domain/provider/pushes-stock"
import { readsStatements } from "../../domain/provider/reads-statements"
import { nextDailyLook } from "../../domain/statements/download-period"
import { FlowKind } from "../../modules/marketplace-channel/services/flow-schedule"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** Modules, and so server starts, whose channels were looked through. */
const looked = new WeakSet<MarketplaceChannelModuleService>()

/**
 * Gives channels that were connected by an earlier version the flows that it did not know;
 * once for each start of the server.
 */
export async function addMissingFlows(
  marketplaces: MarketplaceChannelModuleService
): Promise<void> {
  if (looked.has(marketplaces)) {
    return
  }
  const { providers, flows } = marketplaces
  const channels = await marketplaces.listMarketplaceChannels(
    {},
    { select: ["id", "provider_id"] }
  )
  for (const { id, provider_id } of channels) {
    if (providers.has(provider_id)) {
      await flows.create(id, laterFlows(providers.retrieve(provider_id)))
    }
  }
  looked.add(marketplaces)
}

/** Flows that only some marketplaces have, and that channels of earlier versions lack. */
function laterFlows(
  provider: MarketplaceProvider
): { kind: FlowKind; due_at: Date; cursor: null }[] {
  const now = new Date()
  const at_once: FlowKind[] = [
    ...(answersBuyerRequests(provider) ? (["buyer_requests"] as const) : []),
    ...(pushesStock(provider) ? (["stock_sweep"] as const) : []),
  ]
  return [
    ...at_once.map((kind) => ({ kind, due_at: now, cursor: null })),
    ...(readsStatements(provider)
      ? [
          {
            kind: "statements" as const,
            due_at: nextDailyLook(now),
            cursor: null,
          },
        ]
      : []),
  ]
}
