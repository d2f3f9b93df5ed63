import { MedusaContainer } from "@medusajs/framework/types"
import { defaultLocation } from "../../domain/channels/default-location"
import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import { marketplacesOf } from "../marketplaces"
import { Channel, listChannels } from "../orders/channel"
import { readImportable } from "../orders/importable-order"
import { onlyLocation } from "../orders/only-location"
import { parcelsOfOrders, ParcelShare } from "../parcels/load-parcels"
import { parcelNeedsGoods } from "./needs-goods"

/** What one order takes from the shelves. */
export type OrderToPick = {
  /** Null where the location would be a guess. */
  location_id: string | null
  /** By order line, over the parcels whose goods are still to be fetched for the list. */
  units: Map<string, number>
  /** False when every parcel was packed before, has left the shop, or is not to leave it. */
  needs_goods: boolean
}

/**
 * Reads what orders still take from the shelves, parcel by parcel, and where it lies: by the
 * warehouse that each order names and the channel's mapping of warehouses. Orders whose copy
 * or status cannot be understood are left out.
 * @param listed_at when the list was made that asks for them.
 */
export async function ordersToPick(
  container: MedusaContainer,
  order_ids: string[],
  listed_at: Date
): Promise<Map<string, OrderToPick>> {
  const marketplaces = marketplacesOf(container)
  const rows = await readImportable(container, order_ids)
  const channels = await listChannels(
    marketplaces,
    [...new Set(rows.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const known = new Set(
    channels
      .filter(({ provider_id }) => marketplaces.providers.has(provider_id))
      .map(({ id }) => id)
  )
  const parcels = await parcelsOfOrders(
    container,
    rows.filter(({ channel_id }) => known.has(channel_id))
  )
  const only = await onlyLocation(container)
  const orders = new Map<string, OrderToPick>()
  for (const { channel, shares } of parcels) {
    for (const share of shares) {
      const { row, order } = share
      const known = orders.get(row.id) ?? {
        location_id: locationOf(channel, order.warehouse_external_id, only),
        units: new Map<string, number>(),
        needs_goods: false,
      }
      orders.set(row.id, known)
      if (parcelNeedsGoods(share.facts, listed_at)) {
        known.needs_goods = true
        addUnits(known.units, share)
      }
    }
  }
  return orders
}

function addUnits(
  all: Map<string, number>,
  { row, order, parcel }: ParcelShare
): void {
  const ids = orderIdentities(row.id)
  for (const { line, units } of unitsInParcel(order, parcel)) {
    const line_id = lineItemId(line, ids)
    all.set(line_id, (all.get(line_id) ?? 0) + units)
  }
}

/** A warehouse that nobody mapped is not replaced by another one, unless none is mapped. */
function locationOf(
  { settings, warehouses }: Channel,
  warehouse: string | null,
  only: string | null
): string | null {
  if (!settings.warehouses.length) {
    return only
  }
  if (warehouse === null) {
    return defaultLocation(settings.warehouses, warehouses)
  }
  const mapped = settings.warehouses.find(
    ({ external_id }) => external_id === warehouse
  )
  return mapped?.stock_location_id ?? null
}
