import { MedusaContainer } from "@medusajs/framework/types"
import { determineStatus } from "../../domain/orders/determine-status"
import { NeutralOrder, NeutralParcel } from "../../domain/orders/neutral-order"
import { OrderStatus } from "../../domain/orders/order-status"
import { ParcelFacts } from "../../domain/parcels/local-moves"
import { surplusUnits } from "../../domain/parcels/packed-units"
import { marksOf } from "../../domain/parcels/shop-step"
import { StoredParcelMark } from "../../modules/marketplace-channel/services/parcel-marks"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"
import { ImportableOrder, readImportable } from "../orders/importable-order"
import { mapCopies } from "../orders/plan-copies"
import { recipientKey } from "./recipient-key"

/** One order's share of a parcel. */
export type ParcelShare = {
  row: ImportableOrder
  order: NeutralOrder
  /** Null for an order without parcels. */
  parcel: NeutralParcel | null
  facts: ParcelFacts
}

/** A parcel with every order that has units in it; an order without parcels counts as one. */
export type LoadedParcel = {
  channel: Channel
  /** The marketplace's id; null for an order without parcels. */
  external_id: string | null
  shares: ParcelShare[]
}

/**
 * Reads the parcels of stored orders, whole: orders that share a combined parcel with one of
 * them are read as well. Orders whose copy or status cannot be understood are left out.
 * @param channel_order_ids which orders' parcels.
 */
export async function loadParcels(
  container: MedusaContainer,
  channel_order_ids: string[]
): Promise<LoadedParcel[]> {
  const marketplaces = marketplacesOf(container)
  const stored = await marketplaces.orderReader.listParcels(channel_order_ids)
  const ids = new Set([
    ...channel_order_ids,
    ...stored.flatMap(({ order_ids }) => order_ids),
  ])
  const rows = await readImportable(container, [...ids])
  const asked = new Set(channel_order_ids)
  const parcels = await parcelsOfOrders(container, rows)
  return parcels.filter(({ shares }) =>
    shares.some(({ row }) => asked.has(row.id))
  )
}

/**
 * The parcels of orders that have been read; of a combined parcel as much as these orders
 * have in it. Orders whose copy or status cannot be understood are left out.
 */
export async function parcelsOfOrders(
  container: MedusaContainer,
  rows: ImportableOrder[]
): Promise<LoadedParcel[]> {
  const marketplaces = marketplacesOf(container)
  const channels = await listChannels(
    marketplaces,
    [...new Set(rows.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  return channels.flatMap((channel) =>
    parcelsOfChannel(
      channel,
      mapCopies(
        marketplaces.providers.retrieve(channel.provider_id),
        channel,
        rows.filter(({ channel_id }) => channel_id === channel.id)
      )
    )
  )
}

function parcelsOfChannel(
  channel: Channel,
  copies: { row: ImportableOrder; order: NeutralOrder | null }[]
): LoadedParcel[] {
  const parcels = new Map<string, LoadedParcel>()
  for (const { row, order } of copies) {
    const status = order && determineStatus(order, row.context)
    if (!order || status?.kind !== "status") {
      continue
    }
    const own = order.parcels.length ? order.parcels : [null]
    for (const parcel of own) {
      const key = parcel?.external_id ?? `order ${row.id}`
      const loaded = parcels.get(key) ?? {
        channel,
        external_id: parcel?.external_id ?? null,
        shares: [],
      }
      loaded.shares.push(shareOf(row, order, parcel, status.status))
      parcels.set(key, loaded)
    }
  }
  return [...parcels.values()]
}

function shareOf(
  row: ImportableOrder,
  order: NeutralOrder,
  parcel: NeutralParcel | null,
  status: OrderStatus
): ParcelShare {
  const stored = row.context.marks as StoredParcelMark[]
  const marks = parcel ? marksOf(parcel.external_id, stored) : stored
  return {
    row,
    order,
    parcel,
    facts: {
      status,
      flags: order.flags,
      parcel_state: parcel?.state ?? null,
      marks,
      recipient_key: recipientKey(order.recipient),
      surplus: surplusUnits(order, parcel, marks),
    },
  }
}
