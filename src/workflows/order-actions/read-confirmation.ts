import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  ConfirmationOffer,
  confirmsOrders,
  PickupSlot,
} from "../../domain/provider/confirms-orders"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import { noteChannelError } from "../channels/note-channel-error"
import { refusedReading } from "../channels/refused-reading"
import { requireChannels } from "../channels/require-channels"
import { marketplacesOf } from "../marketplaces"
import { requireOrder } from "../orders/require-order"

/** What the seller may decide about an order, with all there is to choose from. */
export type Confirmation = {
  state: ConfirmationOffer["state"]
  scope: ConfirmationOffer["scope"]
  lines: ConfirmationLine[]
  may_refuse: boolean
  confirm_by: Date | null
  pickup_slots: PickupSlot[]
  /** The channel's; there is a choice only where there are several. */
  warehouses: Warehouse[]
}

/** A line that may be confirmed; `id` is what an action takes as one of its `line_ids`. */
export type ConfirmationLine = {
  id: string
  external_line_ids: string[]
  title: string | null
  sku_title: string | null
  seller_sku: string | null
  image_url: string | null
  quantity: number | null
}

/**
 * Reads afresh what an order's marketplace lets the seller decide.
 *
 * @throws {MedusaError} NOT_FOUND; NOT_ALLOWED when the marketplace knows no confirmation,
 * the channel makes no calls or the marketplace refuses; UNEXPECTED_STATE when it cannot
 * be reached.
 */
export async function readConfirmation(
  container: MedusaContainer,
  id: string
): Promise<Confirmation> {
  const marketplaces = marketplacesOf(container)
  const order = await requireOrder(container, id)
  const [channel] = await requireChannels(container, [order.channel_id])
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!confirmsOrders(provider)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The marketplace of ${channel.name} does not ask sellers to confirm orders.`
    )
  }
  const access = marketplaces.access.open(channel)
  try {
    const offers = await provider.readConfirmationOffers(access, [
      order.external_id,
    ])
    const offer = offers.find(
      ({ external_id }) => external_id === order.external_id
    )
    const asks = offer?.state === "waiting"
    return {
      state: offer?.state ?? "not_offered",
      scope: offer?.scope ?? "whole_order",
      lines: await linesOf(container, id, offer?.external_line_ids ?? []),
      may_refuse: offer?.may_refuse ?? false,
      confirm_by: offer?.confirm_by ?? null,
      pickup_slots:
        asks && offer.takes_pickup_slot !== false
          ? await provider.readPickupSlots(access)
          : [],
      warehouses: channel.warehouses,
    }
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    await noteChannelError(marketplaces, channel, error, {
      granted_apart: true,
    })
    throw refusedReading(error)
  }
}

/** The offered lines as the order shows them; one that it does not have stands by itself. */
async function linesOf(
  container: MedusaContainer,
  channel_order_id: string,
  offered: string[]
): Promise<ConfirmationLine[]> {
  const stored = await marketplacesOf(
    container
  ).listMarketplaceChannelOrderLines(
    { channel_order_id },
    { order: { position: "ASC" } }
  )
  const known = new Set(
    stored.flatMap(({ external_line_ids }) => external_line_ids)
  )
  return [
    ...stored.flatMap((line) => {
      const external_line_ids = line.external_line_ids.filter((id) =>
        offered.includes(id)
      )
      const { id, title, sku_title, seller_sku, image_url, quantity } = line
      return external_line_ids.length
        ? {
            id,
            external_line_ids,
            title,
            sku_title,
            seller_sku,
            image_url,
            quantity,
          }
        : []
    }),
    ...offered
      .filter((id) => !known.has(id))
      .map((id) => ({
        id,
        external_line_ids: [id],
        title: null,
        sku_title: null,
        seller_sku: null,
        image_url: null,
        quantity: null,
      })),
  ]
}
