import { needsAuthorization } from "../../domain/provider/marketplace-error"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/**
 * Stops a channel's calls when the marketplace refuses its authorization, and says so on
 * the channel; other errors and other channels are left alone.
 *
 * @returns true when the channel now waits for a person to sign in.
 */
export async function noteRefusal(
  marketplaces: MarketplaceChannelModuleService,
  channel_id: string,
  error: unknown
): Promise<boolean> {
  if (!needsAuthorization(error)) {
    return false
  }
  await marketplaces.updateMarketplaceChannels({
    selector: { id: channel_id, status: ["connected", "expiring"] },
    data: {
      status: "needs_authorization",
      status_reason: error instanceof Error ? error.message : String(error),
    },
  })
  return true
}
