import { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorMessage } from "../../../domain/shared/error-message"
import { ChannelSettings } from "../../../domain/channels/channel-settings"
import { nameChannel } from "../../../domain/channels/name-channel"
import { proposeWarehouses } from "../../../domain/channels/propose-warehouses"
import {
  defaultSettings,
  SettingsPatch,
} from "../../../domain/channels/settings-rules"
import { Shop } from "../../../domain/provider/authorization"
import { Warehouse } from "../../../domain/provider/marketplace-provider"
import { marketplacesOf } from "../../marketplaces"
import { Channel, toChannel } from "../../orders/channel"
import { applySettings } from "../check-settings"
import { findStoreLocation } from "../stock-locations"

/** A channel about to be saved. Holds nothing that opens the shop. */
export type PreparedChannel = {
  id: string
  /** Whether its row exists: live, disconnected earlier, or not at all. */
  row: "live" | "deleted" | "none"
  external_id: string
  name: string
  description: string
  warehouses: Warehouse[]
  settings: ChannelSettings
  /** Null when one has to be made. */
  sales_channel_id: string | null
}

type Input = {
  authorization_id: string
  name?: string | null
  settings?: SettingsPatch | null
}

/** Finds out for each shop of a consent what its channel will be; reads the warehouses. */
export const prepareChannelsStep = createStep(
  "marketplaces-prepare-channels",
  async (input: Input, { container }) => {
    const marketplaces = marketplacesOf(container)
    const { provider_id, shops: json } =
      await marketplaces.retrieveMarketplaceAuthorization(
        input.authorization_id
      )
    const shops = json as unknown as Shop[]
    const known = await listKnown(container, provider_id, shops)
    const store_location = await findStoreLocation(container)
    const { label } = marketplaces.providers.retrieve(provider_id).description
    const names = await takenNames(container)
    const prepared: PreparedChannel[] = []
    for (const shop of shops) {
      const channel = known.get(shop.external_id)
      const id = channel?.id ?? generateEntityId(undefined, "mpchan")
      const warehouses = await readWarehouses(container, shop, {
        id,
        provider_id,
        authorization_id: input.authorization_id,
      })
      const name =
        channel?.name ??
        ((shops.length === 1 && input.name) ||
          nameChannel(shop.name, label.en, names))
      names.add(name)
      prepared.push({
        id,
        row: !channel ? "none" : channel.deleted_at ? "deleted" : "live",
        external_id: shop.external_id,
        name,
        description: describe(container, provider_id, shop),
        warehouses: warehouses ?? channel?.warehouses ?? [],
        settings:
          channel?.settings ??
          newSettings(
            container,
            provider_id,
            input.settings,
            proposeWarehouses(warehouses ?? [], store_location)
          ),
        sales_channel_id: await existingSalesChannel(
          container,
          channel?.sales_channel_id
        ),
      })
    }
    return new StepResponse(prepared)
  }
)

async function takenNames(container: MedusaContainer): Promise<Set<string>> {
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    {},
    { select: ["name"] }
  )
  return new Set(channels.map(({ name }) => name))
}

/** Channels of these shops by the shop's id; a live one before a disconnected one. */
async function listKnown(
  container: MedusaContainer,
  provider_id: string,
  shops: Shop[]
): Promise<Map<string, Channel>> {
  const rows = await marketplacesOf(container).listMarketplaceChannels(
    { provider_id, external_id: shops.map((shop) => shop.external_id) },
    { withDeleted: true, order: { created_at: "ASC" } }
  )
  const ordered = rows
    .map(toChannel)
    .sort((a, b) => Number(!a.deleted_at) - Number(!b.deleted_at))
  return new Map(ordered.map((channel) => [channel.external_id, channel]))
}

/** Null when the marketplace did not tell; connecting goes on, the test reads them again. */
async function readWarehouses(
  container: MedusaContainer,
  shop: Shop,
  channel: { id: string; provider_id: string; authorization_id: string }
): Promise<Warehouse[] | null> {
  const { providers, access } = marketplacesOf(container)
  try {
    return await providers
      .retrieve(channel.provider_id)
      .readWarehouses(access.open({ ...shop, ...channel }))
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`marketplaces: warehouses of ${shop.name}: ${errorMessage(error)}`)
    return null
  }
}

function newSettings(
  container: MedusaContainer,
  provider_id: string,
  patch: SettingsPatch | null | undefined,
  warehouses: ChannelSettings["warehouses"]
): ChannelSettings {
  const { default_settings } =
    marketplacesOf(container).providers.retrieve(provider_id).description
  const defaults = {
    ...defaultSettings(default_settings, new Date()),
    warehouses,
  }
  return applySettings(defaults, patch ?? {}, defaults)
}

function describe(
  container: MedusaContainer,
  provider_id: string,
  shop: Shop
): string {
  const { label } =
    marketplacesOf(container).providers.retrieve(provider_id).description
  return `${label.en} · ${shop.name} · ${shop.external_id}`
}

/** Null when there is none, or when somebody has deleted it. */
async function existingSalesChannel(
  container: MedusaContainer,
  id: string | undefined
): Promise<string | null> {
  if (!id) {
    return null
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "sales_channel",
    fields: ["id"],
    filters: { id },
  })
  return data.length ? id : null
}
