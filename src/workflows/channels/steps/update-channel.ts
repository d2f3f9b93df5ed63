import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ChannelStatus } from "../../../domain/channels/channel-settings"
import { proposeWarehouses } from "../../../domain/channels/propose-warehouses"
import { isExpiring } from "../../../domain/channels/renewal"
import {
  defaultSettings,
  SettingsPatch,
} from "../../../domain/channels/settings-rules"
import { statusesMovedBySetting } from "../../../domain/orders/host-state"
import { movesStock } from "../../../domain/stock/moves-stock"
import MarketplaceChannelModuleService from "../../../modules/marketplace-channel/service"
import { marketplacesOf } from "../../marketplaces"
import { Channel, toChannel } from "../../orders/channel"
import { applySettings } from "../check-settings"
import { assertStockLocations, findStoreLocation } from "../stock-locations"

export type UpdateChannelInput = {
  id: string
  name?: string
  /** Merged; null resets one. */
  settings?: SettingsPatch
  status?: "connected" | "paused"
  /** The user who changes it. */
  actor?: string
}

/**
 * Open orders whose goods have been handed over follow a change of when stock is deducted, and
 * delivered ones that wait for their settlement a change of when they are paid.
 * @throws {MedusaError} for a setting that is wrong, or a channel that has to sign in first.
 */
export const updateChannelStep = createStep(
  "marketplaces-update-channel",
  async (input: UpdateChannelInput, { container }) => {
    const marketplaces = marketplacesOf(container)
    const before = toChannel(
      await marketplaces.retrieveMarketplaceChannel(input.id)
    )
    const { default_settings } = marketplaces.providers.retrieve(
      before.provider_id
    ).description
    const defaults = {
      ...defaultSettings(default_settings, before.created_at),
      warehouses: proposeWarehouses(
        before.warehouses,
        await findStoreLocation(container)
      ),
    }
    const settings = applySettings(
      before.settings,
      input.settings ?? {},
      defaults
    )
    const stock_location_ids = settings.warehouses.map(
      (entry) => entry.stock_location_id
    )
    if (input.settings?.warehouses) {
      await assertStockLocations(container, stock_location_ids)
    }
    await marketplaces.updateMarketplaceChannels({
      id: input.id,
      name: input.name ?? before.name,
      settings: settings as unknown as Record<string, unknown>,
      ...(input.status && input.status !== before.status
        ? await nextStatus(marketplaces, before, input.status)
        : {}),
    })
    await marketplaces.orderLedger.makeDue(
      before.id,
      statusesMovedBySetting(
        before.settings.deduct_stock_on,
        settings.deduct_stock_on
      )
    )
    if (
      before.settings.capture_payments === "when_settled" &&
      settings.capture_payments === "never"
    ) {
      await marketplaces.flows.hasten([before.id], "delivered_payments")
    }
    return new StepResponse(
      {
        id: before.id,
        sales_channel_id: before.sales_channel_id,
        stock_location_ids,
        moves_stock:
          movesStock(before.settings, settings) ||
          (input.status !== undefined && input.status !== before.status),
      },
      {
        id: before.id,
        name: before.name,
        settings: before.settings as unknown as Record<string, unknown>,
        status: before.status,
        status_reason: before.status_reason,
      }
    )
  },
  async (before, { container }) => {
    if (before) {
      await marketplacesOf(container).updateMarketplaceChannels(before)
    }
  }
)

async function nextStatus(
  marketplaces: MarketplaceChannelModuleService,
  channel: Channel,
  wanted: "connected" | "paused"
): Promise<{ status?: ChannelStatus; status_reason?: null }> {
  if (wanted === "paused") {
    return { status: "paused", status_reason: null }
  }
  if (channel.status === "expiring") {
    return {}
  }
  const { refused_at, refresh_expires_at } =
    await marketplaces.retrieveMarketplaceAuthorization(
      channel.authorization_id
    )
  if (refused_at || channel.status === "needs_authorization") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `"${channel.name}" cannot be resumed: the marketplace refuses its authorization. Sign in again first.`
    )
  }
  return {
    status: isExpiring(refresh_expires_at, new Date())
      ? "expiring"
      : "connected",
    status_reason: null,
  }
}
