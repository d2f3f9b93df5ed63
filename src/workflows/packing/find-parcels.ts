import { MedusaContainer } from "@medusajs/framework/types"
import { UNTOUCHED } from "../../domain/orders/status-decision"
import { scanCandidates } from "../../domain/parcels/scan-code"
import { FoundParcel } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { toStatusContexts } from "../orders/status-context"
import {
  LoadedParcel,
  loadParcels,
  parcelsOfOrders,
} from "../parcels/load-parcels"

/**
 * Parcels that a scanned text means: by tracking number or package id, else by the id of an
 * order. Those that the marketplace has given up count only when there is no other.
 */
export async function findParcels(
  container: MedusaContainer,
  scanned: string
): Promise<FoundParcel[]> {
  const found = await findByWaybill(container, scanned)
  return found.length ? found : findByOrder(container, scanned)
}

/** As {@link findParcels}, by tracking number or package id only. */
export async function findByWaybill(
  container: MedusaContainer,
  scanned: string
): Promise<FoundParcel[]> {
  const codes = scanCandidates(scanned)
  return codes.length
    ? unlessCancelled(
        await marketplacesOf(container).packing.findParcels(codes)
      )
    : []
}

/** As {@link findParcels}, by the order's id only: the marketplace's, or as Medusa shows it. */
export async function findByOrder(
  container: MedusaContainer,
  scanned: string
): Promise<FoundParcel[]> {
  const { packing } = marketplacesOf(container)
  const ids = orderIdsIn(container, scanned)
  return ids.length
    ? unlessCancelled(await packing.findParcelsOfOrders(ids))
    : []
}

/** The marketplaces' ids of orders that a scanned text may be. */
export function orderIdsIn(
  container: MedusaContainer,
  scanned: string
): string[] {
  const { providers } = marketplacesOf(container)
  const prefixes = new Set(
    providers.list().map(({ provider }) => provider.description.display_prefix)
  )
  return scanCandidates(scanned).flatMap((code) => {
    const [prefix, ...rest] = code.split("-")
    return prefixes.has(prefix) ? [code, rest.join("-")] : code
  })
}

function unlessCancelled(found: FoundParcel[]): FoundParcel[] {
  const live = found.filter(({ state }) => state !== "cancelled")
  return live.length ? live : found
}

/**
 * Reads found parcels whole, as they stand in the shop: what Medusa shipped of their orders is
 * not looked up. One with an order that cannot be understood is left out.
 */
export async function loadFoundParcels(
  container: MedusaContainer,
  found: FoundParcel[]
): Promise<Map<string, LoadedParcel>> {
  return wholeAmong(found, await loadParcelsOf(container, ordersOf(found)))
}

/**
 * As {@link loadFoundParcels}, of parcels that come back: units that Medusa shipped before the
 * marketplace cancelled them are known to be out.
 */
export async function loadFoundComingBack(
  container: MedusaContainer,
  found: FoundParcel[]
): Promise<Map<string, LoadedParcel>> {
  const ids = ordersOf(found)
  return wholeAmong(found, ids.length ? await loadParcels(container, ids) : [])
}

function ordersOf(found: FoundParcel[]): string[] {
  return [...new Set(found.flatMap(({ order_ids }) => order_ids))]
}

function wholeAmong(
  found: FoundParcel[],
  loaded: LoadedParcel[]
): Map<string, LoadedParcel> {
  return new Map(
    found.flatMap((parcel) => {
      const whole = loaded.find((one) => isSame(parcel, one))
      return whole && whole.shares.length === parcel.order_ids.length
        ? [[parcel.id, whole] as const]
        : []
    })
  )
}

/** As `loadParcels` of orders that are known to be all there are: in as few reads as possible. */
async function loadParcelsOf(
  container: MedusaContainer,
  order_ids: string[]
): Promise<LoadedParcel[]> {
  if (!order_ids.length) {
    return []
  }
  const { packing, parcelMarks } = marketplacesOf(container)
  const [orders, marks] = await Promise.all([
    packing.readOrders(order_ids),
    parcelMarks.listOf(order_ids),
  ])
  const contexts = toStatusContexts(
    marks,
    orders.flatMap(({ id: channel_order_id, receipts }) =>
      receipts.map((lines) => ({ channel_order_id, lines }))
    ),
    orders.flatMap(({ id: channel_order_id, requests }) =>
      requests.map((request) => ({ ...request, channel_order_id }))
    )
  )
  return parcelsOfOrders(
    container,
    orders.map(({ receipts: _receipts, requests: _requests, ...row }) => ({
      ...row,
      context: contexts.get(row.id) ?? UNTOUCHED,
      host_units: null,
      unrecorded: null,
      counted: null,
    }))
  )
}

/** Key of a parcel among scans: the marketplace's id, else that of the order it stands for. */
export function parcelKey({ external_id, shares }: LoadedParcel): string {
  return external_id ?? shares[0].row.id
}

function isSame(found: FoundParcel, loaded: LoadedParcel): boolean {
  return (
    loaded.channel.id === found.channel_id &&
    parcelKey(loaded) === found.external_id
  )
}
