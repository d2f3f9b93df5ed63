import { ChannelSettings } from "../../domain/channels/channel-settings"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

type Row = Awaited<
  ReturnType<MarketplaceChannelModuleService["retrieveMarketplaceChannel"]>
>

/** A channel's row with its JSON columns typed. */
export type Channel = Omit<Row, "settings" | "provider_data" | "warehouses"> & {
  settings: ChannelSettings
  provider_data: Record<string, string>
  warehouses: Warehouse[]
}

export function toChannel(row: Row): Channel {
  return row as unknown as Channel
}

/**
 * Reads channels by id; those that were disconnected are left out unless asked for.
 */
export async function listChannels(
  marketplaces: MarketplaceChannelModuleService,
  ids: string[],
  options: { withDeleted?: boolean } = {}
): Promise<Channel[]> {
  const rows = await marketplaces.listMarketplaceChannels({ id: ids }, options)
  return rows.map(toChannel)
}
