import { MedusaContainer } from "@medusajs/framework/types"
import {
  HandoverRow,
  HandoverScanRow,
  ParcelKey,
} from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { scanMessage } from "../packing/scan-message"
import { requireHandover } from "./open-handover"
import { isOf, loadScanned } from "./scanned-parcels"
import { HandoverParcel, showParcels, ShownParcel } from "./show-parcels"

/** A code that is not on the record. */
export type SetAside = {
  scan_id: string
  scanned: string
  code: string
  /** In English. */
  message: string
  at: Date
}

export type HandoverDetail = HandoverRow & {
  channel_name: string | null
  parcels: HandoverParcel[]
  /** Packed parcels within the record's limits that are on no record, those due first. */
  missing: HandoverParcel[]
  /** How many these are in all, shown or not. */
  missing_count: number
  set_aside: SetAside[]
}

/** Most parcels that are shown as missing. */
const MOST_MISSING = 500

/** Records, newest first, with how many parcels are on each. */
export async function listHandovers(
  container: MedusaContainer,
  filters: { status?: string[]; direction?: string[] },
  page: { limit: number; offset: number }
) {
  const marketplaces = marketplacesOf(container)
  const [stored, count] = await marketplaces.listAndCountMarketplaceHandovers(
    filters,
    {
      take: page.limit,
      skip: page.offset,
      order: { created_at: "DESC", id: "DESC" },
    }
  )
  const rows = stored as unknown as HandoverRow[]
  const [counts, names] = await Promise.all([
    marketplaces.handovers.parcelCounts(rows.map(({ id }) => id)),
    channelNames(container, rows),
  ])
  const handovers = rows.map((row) => ({
    id: row.id,
    number: row.number,
    direction: row.direction,
    channel_id: row.channel_id,
    carrier: row.carrier,
    status: row.status,
    note: row.note,
    created_at: row.created_at,
    created_by: row.created_by,
    closed_at: row.closed_at,
    closed_by: row.closed_by,
    channel_name: names.get(row.channel_id ?? "") ?? null,
    parcel_count: counts.get(row.id) ?? 0,
  }))
  return { handovers, count }
}

/**
 * A record with its parcels as they stand now, what is missing and what was set aside.
 * @throws MedusaError `not_found`.
 */
export async function readHandover(
  container: MedusaContainer,
  id: string
): Promise<HandoverDetail> {
  const record = await requireHandover(container, id)
  const { handovers } = marketplacesOf(container)
  const scans = await handovers.scansOf(id)
  const taken = scans.filter(({ ok }) => ok)
  const [parcels, missing, names] = await Promise.all([
    readParcels(container, record, keysOf(taken)),
    record.direction === "outbound" && record.status === "open"
      ? handovers.listMissing(record, MOST_MISSING)
      : { parcels: [], count: 0 },
    channelNames(container, [record]),
  ])
  return {
    ...record,
    channel_name: names.get(record.channel_id ?? "") ?? null,
    parcels: await showParcels(
      container,
      record,
      taken.map((scan) => ({ scan, parcel: parcelOf(scan, parcels) }))
    ),
    missing: await showParcels(
      container,
      record,
      missing.parcels.map((found) => ({ scan: null, parcel: { found } }))
    ),
    missing_count: missing.count,
    set_aside: setAside(scans),
  }
}

/** What is to come back of a parcel is read from its orders; the way out needs no more than its name. */
async function readParcels(
  container: MedusaContainer,
  { direction }: HandoverRow,
  keys: ParcelKey[]
): Promise<ShownParcel["parcel"][]> {
  if (direction === "inbound") {
    return loadScanned(container, direction, keys)
  }
  const found = await marketplacesOf(container).handovers.findParcels(keys)
  return found.map((parcel) => ({ found: parcel }))
}

/** Keys of scans that stand for a parcel, each once. */
export function keysOf(scans: HandoverScanRow[]): ParcelKey[] {
  const keys = scans.flatMap(({ channel_id, parcel_external_id }) =>
    channel_id !== null && parcel_external_id !== null
      ? { channel_id, parcel_external_id }
      : []
  )
  return [
    ...new Map(
      keys.map((key) => [`${key.channel_id} ${key.parcel_external_id}`, key])
    ).values(),
  ]
}

/** A parcel that the marketplace has split since is only known by its id. */
function parcelOf(
  scan: HandoverScanRow,
  parcels: ShownParcel["parcel"][]
): ShownParcel["parcel"] {
  const parcel = parcels.find((one) => isOf(scan, one))
  return (
    parcel ?? {
      found: {
        id: scan.parcel_external_id ?? scan.id,
        channel_id: scan.channel_id ?? "",
        external_id: scan.parcel_external_id ?? scan.scanned,
        order_ids: [],
        state: null,
        tracking_number: null,
        carrier: null,
      },
    }
  )
}

/** Each code once; what was taken in after all is left out. */
function setAside(scans: HandoverScanRow[]): SetAside[] {
  const taken = scans.filter(({ ok }) => ok)
  const isIn = (scan: HandoverScanRow) =>
    taken.some(
      (one) =>
        one.scanned.trim() === scan.scanned.trim() ||
        (scan.parcel_external_id !== null &&
          one.channel_id === scan.channel_id &&
          one.parcel_external_id === scan.parcel_external_id)
    )
  const aside = new Map(
    scans
      .filter((scan) => !scan.ok && !isIn(scan))
      .map((scan) => [scan.scanned.trim(), scan])
  )
  return [...aside.values()].map(({ id, scanned, code, at }) => ({
    scan_id: id,
    scanned,
    code,
    message: scanMessage(code),
    at,
  }))
}

async function channelNames(
  container: MedusaContainer,
  records: HandoverRow[]
): Promise<Map<string, string>> {
  const ids = records.flatMap(({ channel_id }) => channel_id ?? [])
  if (!ids.length) {
    return new Map()
  }
  const channels = await marketplacesOf(container).listMarketplaceChannels(
    { id: [...new Set(ids)] },
    { select: ["id", "name"], withDeleted: true }
  )
  return new Map(channels.map(({ id, name }) => [id, name]))
}
