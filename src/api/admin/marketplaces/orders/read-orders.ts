import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OrderAction } from "../../../../domain/orders/order-action"
import { shownFlags } from "../../../../domain/orders/order-flags"
import { ParcelMark } from "../../../../domain/parcels/parcel-mark"
import { marksOf } from "../../../../domain/parcels/shop-step"
import {
  AnswerableRequest,
  requestActions,
} from "../../../../workflows/buyer-requests/request-actions"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { orderActions } from "../../../../workflows/order-actions/order-actions"

type ChannelName = {
  name: string
  provider_id: string
  external_id: string
  disconnected: boolean
}
type StoredOrder = Parameters<typeof orderActions>[2]

/**
 * Channel orders as the API shows them, in the order of the given ids. The raw payload
 * stays inside: it holds buyer data and the marketplace's own words.
 */
export async function readOrders(container: MedusaContainer, ids: string[]) {
  if (!ids.length) {
    return []
  }
  const marketplaces = marketplacesOf(container)
  const now = new Date()
  const [orders, lines, parcels, requests, marks] = await Promise.all([
    marketplaces.listMarketplaceChannelOrders({ id: ids }),
    marketplaces.listMarketplaceChannelOrderLines(
      { channel_order_id: ids },
      { order: { position: "ASC" } }
    ),
    marketplaces.orderReader.listParcels(ids),
    marketplaces.buyerRequests.listAnswerable(ids),
    marketplaces.parcelMarks.listOf(ids),
  ])
  const channels = await readChannelNames(
    container,
    orders.map(({ channel_id }) => channel_id)
  )
  const displayIds = await readDisplayIds(
    container,
    orders.flatMap(({ medusa_order_id }) => medusa_order_id ?? [])
  )
  const byId = new Map(orders.map((order) => [order.id, order]))
  return ids.flatMap((id) => {
    const order = byId.get(id)
    if (!order) {
      return []
    }
    const {
      payload: _payload,
      payload_redacted_at: _redacted,
      buyer_external_id: _buyer,
      erasure_began_at: _erasing,
      content_hash: _content,
      planned_hash: _planned,
      search_text: _search,
      deleted_at: _deleted,
      ...shown
    } = order
    const channel = channels.get(order.channel_id)
    return {
      ...shown,
      flags: shownFlags(order.flags, order.deadline_at, now),
      channel_name: channel?.name ?? null,
      provider_id: channel?.provider_id ?? null,
      channel_disconnected: channel?.disconnected ?? true,
      medusa_display_id: order.medusa_order_id
        ? (displayIds.get(order.medusa_order_id) ?? null)
        : null,
      actions: channel
        ? actionsOf(
            container,
            channel,
            order,
            marks.get(id) ?? [],
            requests.filter(({ channel_order_id }) => channel_order_id === id)
          )
        : [],
      lines: lines.filter(({ channel_order_id }) => channel_order_id === id),
      parcels: parcels
        .filter(({ order_ids }) => order_ids.includes(id))
        .map((parcel) => ({
          ...parcel,
          printed_at: printedAt(marks.get(id) ?? [], parcel.external_id),
        })),
    }
  })
}

/** When the waybill of a parcel was printed last; null when it never was. */
function printedAt(marks: ParcelMark[], parcel: string): Date | null {
  const prints = marksOf(parcel, marks).filter(
    ({ kind }) => kind === "waybill_printed"
  )
  return prints.at(-1)?.at ?? null
}

/** What staff may do with an order; where no calls are made, what the shop does by itself. */
function actionsOf(
  container: MedusaContainer,
  channel: ChannelName,
  order: StoredOrder,
  marks: ParcelMark[],
  requests: AnswerableRequest[]
): OrderAction[] {
  const { providers } = marketplacesOf(container)
  if (!providers.has(channel.provider_id)) {
    return []
  }
  const provider = providers.retrieve(channel.provider_id)
  const makes_calls = !channel.disconnected
  return [
    ...orderActions(provider, channel, order, { marks, makes_calls }),
    ...(makes_calls ? requestActions(requests) : []),
  ]
}

/** Disconnected channels keep their names on their orders. */
async function readChannelNames(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, ChannelName>> {
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    { id: [...new Set(ids)] },
    { withDeleted: true }
  )
  return new Map(
    channels.map(({ id, name, provider_id, external_id, deleted_at }) => [
      id,
      { name, provider_id, external_id, disconnected: deleted_at !== null },
    ])
  )
}

async function readDisplayIds(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Map<string, number>> {
  if (!order_ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "display_id"],
    filters: { id: order_ids },
  })
  return new Map(data.map((order) => [order.id, Number(order.display_id)]))
}

/** Medusa orders that a search text means by their display id, as in `#1042`. */
export async function findByDisplayId(
  container: MedusaContainer,
  q: string | undefined
): Promise<string[]> {
  const number = /^#?(\d{1,9})$/.exec(q ?? "")?.[1]
  if (!number) {
    return []
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { display_id: Number(number) },
  })
  return data.map(({ id }) => id)
}
