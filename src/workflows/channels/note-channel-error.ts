import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/**
 * Stops a channel's calls when its marketplace no longer lets us in, and keeps the
 * reason for the person who has to sign in again. Other failures leave it as it is: so do
 * wrong keys where no person can type in others, as they stand in the server's options. A
 * channel that was paused meanwhile stays so.
 * @param granted_apart the call needs a permission of its own: where that alone is missing,
 * orders and stock go on.
 */
export async function noteChannelError(
  marketplaces: MarketplaceChannelModuleService,
  channel: { id: string; authorization_id: string },
  error: unknown,
  { granted_apart = false }: { granted_apart?: boolean } = {}
): Promise<void> {
  if (
    !(error instanceof MarketplaceError) ||
    (granted_apart && error.trouble === "scope_missing")
  ) {
    return
  }
  const needs_person =
    needsAuthorization(error) ||
    (error.kind === "credentials_invalid" &&
      (await marketplaces.vault.hasTypedKeys(channel.authorization_id)))
  if (needs_person) {
    await marketplaces.updateMarketplaceChannels({
      selector: { id: channel.id, status: { $ne: "paused" } },
      data: { status: "needs_authorization", status_reason: error.message },
    })
  }
}
