import { MarketplaceError } from "../../domain/provider/marketplace-error"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/**
 * Stops a channel's calls when its marketplace no longer lets us in, and keeps the
 * reason for the person who has to sign in again. Other failures leave it as it is.
 */
export async function noteChannelError(
  marketplaces: MarketplaceChannelModuleService,
  channel: { id: string; status: string },
  error: unknown
): Promise<void> {
  const refused =
    error instanceof MarketplaceError &&
    (error.kind === "authorization_refused" ||
      error.kind === "authorization_expired")
  if (refused && channel.status !== "paused") {
    await marketplaces.updateMarketplaceChannels({
      id: channel.id,
      status: "needs_authorization",
      status_reason: error.message,
    })
  }
}
