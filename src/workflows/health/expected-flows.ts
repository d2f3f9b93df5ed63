import { FlowKind } from "../../domain/channels/flow-kind"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { MarketplaceModuleOptions } from "../../modules/marketplace-channel/types"
import { channelFlows } from "../flows/channel-flows"

/**
 * The recurring work that a channel of this marketplace must have, with the time between two
 * turns (milliseconds; null where only its own schedule says).
 */
export function expectedFlows(
  provider: MarketplaceProvider,
  options: MarketplaceModuleOptions,
  authorization: { renews_by_itself: boolean; ends_at: Date | null } | null
): Partial<Record<FlowKind, number | null>> {
  const cared_for =
    authorization && (authorization.renews_by_itself || authorization.ends_at)
  return {
    ...channelFlows(provider, options),
    ...(cared_for ? { authorization: null } : {}),
  }
}
