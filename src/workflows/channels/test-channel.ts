import { MedusaContainer } from "@medusajs/framework/types"
import { errorMessage } from "../../domain/shared/error-message"
import { Shop } from "../../domain/provider/authorization"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../domain/provider/marketplace-error"
import { marketplacesOf } from "../marketplaces"
import { toChannel } from "../orders/channel"
import { noteChannelError } from "./note-channel-error"

export type ChannelTest =
  | { ok: true; shop: Pick<Shop, "external_id" | "name" | "region"> }
  | { ok: false; reason: string; code: MarketplaceErrorKind | "failed" }

/**
 * Proves that a channel's connection works by reading its shop and warehouses, and puts
 * its status right: one that works needs no sign-in, one that is refused does.
 *
 * @throws {MedusaError} NOT_FOUND when there is no such channel.
 */
export async function testChannel(
  container: MedusaContainer,
  id: string
): Promise<ChannelTest> {
  const marketplaces = marketplacesOf(container)
  const channel = toChannel(await marketplaces.retrieveMarketplaceChannel(id))
  try {
    const provider = marketplaces.providers.retrieve(channel.provider_id)
    const access = marketplaces.access.open(channel)
    const { external_id, name, region } = await provider.readShop(access)
    const warehouses = await provider.readWarehouses(access)
    const refused = channel.status === "needs_authorization"
    await marketplaces.updateMarketplaceChannels({
      id,
      warehouses: warehouses as unknown as Record<string, unknown>,
      ...(refused ? { status: "connected", status_reason: null } : {}),
    })
    if (refused) {
      await marketplaces.updateMarketplaceAuthorizations({
        id: channel.authorization_id,
        refused_at: null,
        refused_reason: null,
      })
    }
    await marketplaces.flows.retryFailed(id)
    return { ok: true, shop: { external_id, name, region } }
  } catch (error) {
    await noteChannelError(marketplaces, channel, error)
    return {
      ok: false,
      reason: errorMessage(error),
      code: error instanceof MarketplaceError ? error.kind : "failed",
    }
  }
}
