import { ConfirmationFacts } from "../../domain/orders/confirmation"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { ConfirmsOrders } from "../../domain/provider/confirms-orders"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { Channel } from "../orders/channel"
import { ActedOrder } from "./action-result"

/**
 * Reads what deciding about these orders needs, offers and slots afresh from the
 * marketplace; all orders are of one channel.
 *
 * @throws {MarketplaceError} when they cannot be read.
 */
export async function readConfirmationFacts(
  marketplaces: MarketplaceChannelModuleService,
  input: {
    channel: Channel
    provider: ConfirmsOrders
    access: ChannelAccess
    orders: ActedOrder[]
    with_slots: boolean
  }
): Promise<(order: ActedOrder) => ConfirmationFacts> {
  const { channel, provider, access, orders, with_slots } = input
  const lines = await marketplaces.listMarketplaceChannelOrderLines(
    { channel_order_id: orders.map(({ id }) => id) },
    { select: ["id", "channel_order_id", "external_line_ids"] }
  )
  const slots = with_slots ? await provider.readPickupSlots(access) : []
  const offers = await provider.readConfirmationOffers(
    access,
    orders.map(({ external_id }) => external_id)
  )
  return ({ id, external_id }) => ({
    offer: offers.find((offer) => offer.external_id === external_id) ?? null,
    lines: lines.filter(({ channel_order_id }) => channel_order_id === id),
    warehouse_external_ids: channel.warehouses.map(
      (warehouse) => warehouse.external_id
    ),
    pickup_slots: slots.map(({ value }) => value),
  })
}
