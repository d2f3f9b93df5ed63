import { MedusaContainer } from "@medusajs/framework/types"
import { HandoverScope } from "../../domain/parcels/handover-check"
import { scanCandidates } from "../../domain/parcels/scan-code"
import {
  BuyerRequestKind,
  BuyerRequestState,
} from "../../domain/returns/buyer-request"
import { meantReturns, wasDelivered } from "../../domain/returns/meant-returns"
import { ParcelKey } from "../../modules/marketplace-channel/handover-rows"
import { FoundParcel } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import {
  findByOrder,
  findByWaybill,
  findParcels,
  loadFoundComingBack,
  loadFoundParcels,
  orderIdsIn,
} from "../packing/find-parcels"
import { LoadedParcel, loadParcels, ParcelShare } from "../parcels/load-parcels"

/** A buyer's request whose goods come back on their own. */
export type BuyerReturn = {
  id: string
  channel_id: string
  external_id: string
  channel_order_id: string | null
  kind: BuyerRequestKind
  state: BuyerRequestState
  next_external_id: string | null
  tracking_number: string | null
  carrier: string | null
  received_at: Date | null
  lines: { external_line_id: string; quantity: number }[]
}

/** What a scan for a record means: a parcel, or goods of a buyer's request. */
export type ScannedParcel = {
  found: FoundParcel
  /** Null for a parcel of the marketplace. */
  request: BuyerReturn | null
  /** Null when one of its orders cannot be understood. */
  loaded: LoadedParcel | null
}

/**
 * By what was scanned. On the way in, the waybill of a buyer's return is known as well, and the
 * order or the waybill of a delivered parcel stands for the buyer's return of its goods.
 */
export async function findScanned(
  container: MedusaContainer,
  direction: HandoverScope["direction"],
  scanned: string
): Promise<ScannedParcel[]> {
  if (direction === "outbound") {
    return load(container, direction, await findParcels(container, scanned), [])
  }
  const waybill = await findByWaybill(container, scanned)
  if (waybill.length) {
    return comingBack(container, waybill, () => true)
  }
  const codes = scanCandidates(scanned)
  const returned = await findReturns(container, { tracking_number: codes })
  if (returned.length) {
    return load(container, direction, [], returned)
  }
  const ordered = await findByOrder(container, scanned)
  if (ordered.length) {
    const ids = orderIdsIn(container, scanned)
    return comingBack(container, ordered, ({ row }) =>
      ids.includes(row.external_id)
    )
  }
  const asked = await findReturns(container, { external_id: codes })
  return load(container, direction, [], asked)
}

/**
 * Parcels on their way back; in the place of one that its buyer had, the returns that bring its
 * goods.
 * @param isNamed whether a scan names an order's share, where not all of the parcel.
 */
async function comingBack(
  container: MedusaContainer,
  found: FoundParcel[],
  isNamed: (share: ParcelShare) => boolean
): Promise<ScannedParcel[]> {
  const parcels = await load(container, "inbound", found, [])
  const delivered = parcels.map(({ loaded }) =>
    (loaded?.shares ?? []).filter(
      (share) => isNamed(share) && mayComeByReturn(share)
    )
  )
  const orders = new Map(
    delivered.flat().map(({ row, facts }) => [row.id, facts.status])
  )
  const requests = orders.size
    ? await readReturns(container, { channel_order_id: [...orders.keys()] })
    : []
  const meant = [...orders].flatMap(([id, status]) =>
    meantReturns(
      requests.filter(({ channel_order_id }) => channel_order_id === id),
      status
    )
  )
  const isMeant = ({ row }: ParcelShare) =>
    meant.some(({ channel_order_id }) => channel_order_id === row.id)
  return [
    ...parcels.filter((_, index) => !delivered[index].some(isMeant)),
    ...(await load(container, "inbound", [], meant)),
  ]
}

/** What a person took back as a parcel is no return's any more. */
function mayComeByReturn({ order, facts }: ParcelShare): boolean {
  return (
    wasDelivered(order, facts) &&
    facts.marks.every(({ kind }) => kind !== "received_back")
  )
}

/** By the keys that scans were stored with; what is gone is left out. */
export async function loadScanned(
  container: MedusaContainer,
  direction: HandoverScope["direction"],
  keys: ParcelKey[]
): Promise<ScannedParcel[]> {
  const { handovers } = marketplacesOf(container)
  const [found, returned] = await Promise.all([
    handovers.findParcels(keys),
    readReturns(container, {
      id: keys.map(({ parcel_external_id }) => parcel_external_id),
    }),
  ])
  return load(container, direction, found, returned)
}

/** True when a scan stands for this parcel. */
export function isOf(
  scan: { channel_id: string | null; parcel_external_id: string | null },
  { found }: Pick<ScannedParcel, "found">
): boolean {
  return (
    scan.channel_id === found.channel_id &&
    scan.parcel_external_id === found.external_id
  )
}

const REQUEST_FIELDS = [
  "id",
  "channel_id",
  "external_id",
  "channel_order_id",
  "kind",
  "state",
  "next_external_id",
  "tracking_number",
  "carrier",
  "received_at",
  "lines",
]

/** Requests with one of these codes; those whose goods are here come last, if at all. */
async function findReturns(
  container: MedusaContainer,
  filter: { tracking_number: string[] } | { external_id: string[] }
): Promise<BuyerReturn[]> {
  const marketplaces = marketplacesOf(container)
  const channels = await marketplaces.listMarketplaceChannels(
    {},
    { select: ["id"], withDeleted: true }
  )
  const rows = await marketplaces.listMarketplaceBuyerRequests(
    { ...filter, channel_id: channels.map(({ id }) => id) },
    { select: REQUEST_FIELDS, order: { requested_at: "ASC" } }
  )
  const requests = rows as unknown as BuyerReturn[]
  const awaited = requests.filter(({ received_at }) => received_at === null)
  return awaited.length ? awaited : requests
}

async function readReturns(
  container: MedusaContainer,
  filter: { id: string[] } | { channel_order_id: string[] }
): Promise<BuyerReturn[]> {
  if (Object.values(filter).every((ids) => !ids.length)) {
    return []
  }
  const rows = await marketplacesOf(container).listMarketplaceBuyerRequests(
    filter,
    { select: REQUEST_FIELDS }
  )
  return rows as unknown as BuyerReturn[]
}

async function load(
  container: MedusaContainer,
  direction: HandoverScope["direction"],
  found: FoundParcel[],
  returned: BuyerReturn[]
): Promise<ScannedParcel[]> {
  const [parcels, goods] = await Promise.all([
    direction === "inbound"
      ? loadFoundComingBack(container, found)
      : loadFoundParcels(container, found),
    loadReturned(container, returned),
  ])
  return [
    ...found.map((parcel) => ({
      found: parcel,
      request: null,
      loaded: parcels.get(parcel.id) ?? null,
    })),
    ...returned.map((request) => ({
      found: toFound(request),
      request,
      loaded: goods.get(request.id) ?? null,
    })),
  ]
}

/** Goods of a request stand for a parcel of their own, of the whole order. */
async function loadReturned(
  container: MedusaContainer,
  returned: BuyerReturn[]
): Promise<Map<string, LoadedParcel>> {
  const order_ids = returned.flatMap((request) => toFound(request).order_ids)
  const loaded = order_ids.length
    ? await loadParcels(container, [...new Set(order_ids)])
    : []
  return new Map(
    returned.flatMap(({ id, channel_order_id }) => {
      for (const { channel, shares } of loaded) {
        const share = shares.find(({ row }) => row.id === channel_order_id)
        if (share) {
          return [
            [id, { channel, external_id: null, shares: [asReturned(share)] }],
          ]
        }
      }
      return []
    })
  )
}

/** What came back of the order's parcels says nothing of the request's goods. */
function asReturned(share: ParcelShare): ParcelShare {
  const marks = share.row.context.marks.filter(
    ({ kind }) => kind !== "received_back"
  )
  return {
    ...share,
    parcel: null,
    facts: { ...share.facts, parcel_state: null, marks },
  }
}

function toFound(request: BuyerReturn): FoundParcel {
  return {
    id: request.id,
    channel_id: request.channel_id,
    external_id: request.id,
    order_ids: request.channel_order_id ? [request.channel_order_id] : [],
    state: null,
    tracking_number: request.tracking_number,
    carrier: request.carrier,
  }
}
