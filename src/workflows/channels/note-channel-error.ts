import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/**
 * Stops a channel's calls when its marketplace no longer lets us in, and keeps the
 * reason for the person who has to sign in again. Other failures leave it as it is: so do
 * wrong keys where no person can type in others, as they stand in the server's options.
 * @param granted_apart the call needs a permission of its own: where that alone is missing,
 * orders and stock go on.
 */
export async function noteChannelError(
  marketplaces: MarketplaceChannelModuleService,
  channel: { id: string; provider_id: string; status: string },
  error: unknown,
  { granted_apart = false }: { granted_apart?: boolean } = {}
): Promise<void> {
  if (
    granted_apart &&
    error instanceof MarketplaceError &&
    error.trouble === "scope_missing"
  ) {
    return
  }
  const wrong_keys =
    error instanceof MarketplaceError &&
    error.kind === "credentials_invalid" &&
    marketplaces.providers.retrieve(channel.provider_id).description
      .connect_fields.length > 0
  if (
    error instanceof MarketplaceError &&
    (needsAuthorization(error) || wrong_keys) &&
    channel.status !== "paused"
  ) {
    await marketplaces.updateMarketplaceChannels({
      id: channel.id,
      status: "needs_authorization",
      status_reason: error.message,
    })
  }
}
