import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isExpiring } from "../../../domain/channels/renewal"
import { Shop } from "../../../domain/provider/authorization"
import { marketplacesOf } from "../../marketplaces"
import { PreparedChannel } from "./prepare-channels"

type Input = {
  authorization_id: string
  channels: (PreparedChannel & { sales_channel_id: string })[]
}

const NOT_GRANTED =
  "The last sign-in did not include this shop. Sign in again and choose it."

/**
 * Writes the channels of an authorization: new ones, ones that were disconnected and come
 * back with their orders, and live ones, which work again. A paused one stays paused.
 * Gives them, and the authorizations that they had before, which are still there.
 */
export const saveChannelsStep = createStep(
  "marketplaces-save-channels",
  async ({ authorization_id, channels }: Input, { container }) => {
    const marketplaces = marketplacesOf(container)
    const authorization =
      await marketplaces.retrieveMarketplaceAuthorization(authorization_id)
    const shops = new Map(
      (authorization.shops as unknown as Shop[]).map((shop) => [
        shop.external_id,
        shop,
      ])
    )
    const status = isExpiring(authorization.refresh_expires_at, new Date())
      ? "expiring"
      : "connected"
    const created: string[] = []
    const replaced: string[] = []
    for (const { row, description: _, ...channel } of channels) {
      const shop = shops.get(channel.external_id)
      const data = {
        ...channel,
        provider_id: authorization.provider_id,
        authorization_id,
        region: shop?.region ?? "",
        currency_code: shop?.currency_code ?? "",
        provider_data: shop?.provider_data ?? {},
        warehouses: channel.warehouses as unknown as Record<string, unknown>,
        settings: channel.settings as unknown as Record<string, unknown>,
        status,
        status_reason: null,
      }
      if (row === "none") {
        await marketplaces.createMarketplaceChannels(data)
        created.push(channel.id)
        continue
      }
      if (row === "deleted") {
        await marketplaces.restoreMarketplaceChannels([channel.id])
      }
      const before = await marketplaces.retrieveMarketplaceChannel(channel.id)
      replaced.push(before.authorization_id)
      await marketplaces.updateMarketplaceChannels({
        ...data,
        status:
          row === "live" && before.status === "paused" ? "paused" : status,
      })
    }
    await marketplaces.updateMarketplaceChannels({
      selector: {
        authorization_id,
        external_id: { $nin: [...shops.keys()] },
        status: { $ne: "paused" },
      },
      data: { status: "needs_authorization", status_reason: NOT_GRANTED },
    })
    return new StepResponse(
      {
        channels: channels.map(({ id, row }) => ({
          id,
          is_new: row !== "live",
        })),
        replaced: replaced.filter((id) => id !== authorization_id),
      },
      created
    )
  },
  async (created, { container }) => {
    const marketplaces = marketplacesOf(container)
    for (const id of created ?? []) {
      await marketplaces.flows.removeOfChannel(id)
      await marketplaces.deleteMarketplaceChannels(id)
    }
  }
)
