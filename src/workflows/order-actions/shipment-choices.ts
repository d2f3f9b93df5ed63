import { MedusaContainer } from "@medusajs/framework/types"
import {
  arrangesShipments,
  HandoverChoice,
} from "../../domain/provider/arranges-shipments"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { noteChannelError } from "../channels/note-channel-error"
import { marketplacesOf } from "../marketplaces"
import { Channel } from "../orders/channel"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { parcelKey } from "../parcels/parcel-key"
import { hindranceOf } from "./action-task"
import { refusalOf } from "./judge-loaded"

/** What may be chosen for the orders of one channel. */
export type ShipmentChoice = HandoverChoice & {
  channel_id: string
  channel_name: string
  /** How many of the orders can be arranged, as far as the stored copies tell. */
  order_count: number
  /** Why the marketplace did not tell what there is; nothing can be chosen then. */
  error: string | null
}

/**
 * What a person may choose when arranging these orders, channel by channel; channels without
 * an order to arrange, and those that are not arranged by the seller, are left out. The first
 * parcel stands for the others of its channel.
 */
export async function readShipmentChoices(
  container: MedusaContainer,
  channel_order_ids: string[]
): Promise<ShipmentChoice[]> {
  const parcels = await loadParcels(container, channel_order_ids)
  const asked = new Set(channel_order_ids)
  const byChannel = new Map<string, LoadedParcel[]>()
  for (const parcel of parcels.filter(isToArrange)) {
    const { id } = parcel.channel
    byChannel.set(id, [...(byChannel.get(id) ?? []), parcel])
  }
  const choices: ShipmentChoice[] = []
  for (const own of byChannel.values()) {
    const [{ channel }] = own
    const orders = own.flatMap(({ shares }) =>
      shares.flatMap(({ row }) => (asked.has(row.id) ? row.id : []))
    )
    const choice = await readChoice(container, channel, own[0])
    if (choice) {
      choices.push({
        channel_id: channel.id,
        channel_name: channel.name,
        order_count: new Set(orders).size,
        ...choice,
      })
    }
  }
  return choices
}

function isToArrange(parcel: LoadedParcel): boolean {
  return (
    parcel.external_id !== null &&
    !hindranceOf(parcel.channel) &&
    !refusalOf("arrange", parcel)
  )
}

/** Null for a marketplace whose parcels the seller does not arrange. */
async function readChoice(
  container: MedusaContainer,
  channel: Channel,
  parcel: LoadedParcel
): Promise<Omit<
  ShipmentChoice,
  "channel_id" | "channel_name" | "order_count"
> | null> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  const key = parcelKey(parcel)
  if (!arrangesShipments(provider) || !key) {
    return null
  }
  try {
    const access = marketplaces.access.open(channel)
    const choice = await provider.readHandoverChoice(access, key)
    return { ...choice, error: null }
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    await noteChannelError(marketplaces, channel, error, {
      granted_apart: true,
    })
    return { methods: [], pickup_slots: [], error: error.message }
  }
}
