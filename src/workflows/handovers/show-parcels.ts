import { MedusaContainer } from "@medusajs/framework/types"
import { isCancelled, OrderStatus } from "../../domain/orders/order-status"
import { judgeParcel } from "../../domain/parcels/judge-parcel"
import { ReturnCondition } from "../../domain/parcels/returned-units"
import { ReceivedLine } from "../../domain/returns/received-lines"
import {
  HandoverRow,
  HandoverScanRow,
} from "../../modules/marketplace-channel/handover-rows"
import { FoundParcel } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { LoadedParcel } from "../parcels/load-parcels"
import { expectedLines } from "./expected-lines"
import { receivedBefore } from "./received-before"
import { BuyerReturn, ScannedParcel } from "./scanned-parcels"

/** Units of an order line in a parcel that comes back. */
export type HandoverLine = {
  line_id: string
  title: string
  sku_title: string | null
  sku: string | null
  image_url: string | null
  /** Units that are to come back. */
  quantity: number
} & Partial<Omit<ReceivedLine, "line_id">>

/** A parcel on a record, or one that belongs on it. */
export type HandoverParcel = {
  /** Null for one that nobody scanned. */
  scan_id: string | null
  parcel_id: string | null
  external_id: string
  tracking_number: string | null
  carrier: string | null
  channel_name: string | null
  orders: { id: string; external_id: string; status: string | null }[]
  /** A word for what is odd about it although it is on the record. */
  warning: string | null
  condition: ReturnCondition | null
  note: string | null
  /** On the way in: what is to come back, with what was found where it was said. */
  lines: HandoverLine[] | null
  photos: { id: string }[]
  scanned_at: Date | null
}

/** What is to be shown: a scan with its parcel, or a parcel that nobody scanned. */
export type ShownParcel = {
  scan: HandoverScanRow | null
  parcel: Pick<ScannedParcel, "found"> & Partial<ScannedParcel>
}

type StoredOrder = {
  id: string
  external_id: string
  status: string | null
  flags: string[]
}

/** Parcels as a record shows them, with their orders as they stand now. */
export async function showParcels(
  container: MedusaContainer,
  record: HandoverRow,
  shown: ShownParcel[]
): Promise<HandoverParcel[]> {
  if (!shown.length) {
    return []
  }
  const marketplaces = marketplacesOf(container)
  const parcels = shown.map(({ parcel }) => parcel)
  const [orders, channels, lines] = await Promise.all([
    readOrders(container, parcels),
    marketplaces.listMarketplaceChannels(
      { id: [...new Set(parcels.map(({ found }) => found.channel_id))] },
      { select: ["id", "name"], withDeleted: true }
    ),
    linesOf(container, record, shown),
  ])
  return shown.map(({ scan, parcel }, index) => {
    const { found, request } = parcel
    const own = found.order_ids.flatMap((id) => orders.get(id) ?? [])
    return {
      scan_id: scan?.id ?? null,
      parcel_id: request ? null : found.id,
      external_id: nameOf(found, request ?? null, own),
      tracking_number: found.tracking_number,
      carrier: found.carrier,
      channel_name:
        channels.find(({ id }) => id === found.channel_id)?.name ?? null,
      orders: own.map(({ id, external_id, status }) => ({
        id,
        external_id,
        status,
      })),
      warning: scan && warningOf(record, scan, own, parcel.loaded),
      condition: scan?.condition ?? null,
      note: scan?.note ?? null,
      lines: lines[index],
      photos: (scan?.photo_file_ids ?? []).map((id) => ({ id })),
      scanned_at: scan?.at ?? null,
    }
  })
}

async function readOrders(
  container: MedusaContainer,
  parcels: Pick<ScannedParcel, "found">[]
): Promise<Map<string, StoredOrder>> {
  const ids = parcels.flatMap(({ found }) => found.order_ids)
  const rows = await marketplacesOf(container).listMarketplaceChannelOrders(
    { id: [...new Set(ids)] },
    { select: ["id", "external_id", "status", "flags"] }
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** An order without parcels goes by its own id, a buyer's return by the request's. */
function nameOf(
  found: FoundParcel,
  request: BuyerReturn | null,
  orders: StoredOrder[]
): string {
  if (request) {
    return request.external_id
  }
  return (
    orders.find(({ id }) => id === found.external_id)?.external_id ??
    found.external_id
  )
}

const STOPPING_FLAGS = ["buyer_cancel_requested", "on_hold"]

/** What has happened since it was scanned comes before what was said then. */
function warningOf(
  { direction, status }: HandoverRow,
  scan: HandoverScanRow,
  orders: StoredOrder[],
  loaded?: LoadedParcel | null
): string | null {
  const said = scan.code === "scanned" ? null : scan.code
  if (status === "closed" || direction === "inbound") {
    return said
  }
  const gone = cancelledOf(orders, loaded ?? null)
  if (gone) {
    return gone
  }
  const stopping = STOPPING_FLAGS.find((flag) =>
    orders.some(({ flags }) => flags.includes(flag))
  )
  return stopping ?? said
}

/** Orders of a combined parcel that are cancelled while others go on concern it when packed. */
function cancelledOf(
  orders: StoredOrder[],
  loaded: LoadedParcel | null
): "cancelled" | "cancelled_inside" | null {
  const gone = orders.filter(
    ({ status }) => status && isCancelled(status as OrderStatus)
  )
  if (!gone.length) {
    return null
  }
  const verdict =
    loaded &&
    judgeParcel(
      "hand_over",
      loaded.shares.map(({ facts }) => facts)
    )
  if (verdict && !verdict.ok && verdict.code === "cancelled_inside") {
    return verdict.code
  }
  return gone.length === orders.length ? "cancelled" : null
}

async function linesOf(
  container: MedusaContainer,
  record: HandoverRow,
  shown: ShownParcel[]
): Promise<(HandoverLine[] | null)[]> {
  if (record.direction === "outbound") {
    return shown.map(() => null)
  }
  const parcels = shown.map(({ parcel }) => ({
    found: parcel.found,
    request: parcel.request ?? null,
    loaded: parcel.loaded ?? null,
  }))
  const { earlier } = await receivedBefore(container, record.id, parcels)
  return shown.map(({ scan }, index) =>
    expectedLines(parcels[index], earlier).map(({ line_id, line, units }) => {
      const said = scan?.lines?.find((one) => one.line_id === line_id)
      return {
        ...said,
        line_id,
        title: line.title,
        sku_title: line.sku_title,
        sku: line.seller_sku,
        image_url: line.image_url,
        quantity: units,
      }
    })
  )
}
