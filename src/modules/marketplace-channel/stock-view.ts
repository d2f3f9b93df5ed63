import { ChannelSettings } from "../../domain/channels/channel-settings"
import { Warehouse } from "../../domain/provider/marketplace-provider"
import { unseenUnits } from "../../domain/stock/stock-cell"
import {
  StockOverride,
  StockRules,
  stockRules,
} from "../../domain/stock/stock-rules"
import { StockReason, StockState } from "../../domain/stock/stock-state"
import { WantedQuantity } from "../../domain/stock/wanted-quantity"

/** One cell as its row holds it, with what imported orders hold as committed. */
export type StoredCell = {
  warehouse_external_id: string
  /** Null for a warehouse that is not mapped. */
  stock_location_id: string | null
  wanted: number | null
  pushed: number | null
  pushed_at: string | null
  confirmed: number | null
  confirmed_at: string | null
  seen: number | null
  seen_at: string | null
  seen_committed: number | null
  unseen: { at: string; units: number }[] | null
  counted_committed: number
  explanation: WantedQuantity | null
}

/** A listing with everything stored about its stock. */
export type StoredStock = {
  listing_id: string
  channel_id: string
  channel_name: string
  settings: ChannelSettings
  warehouses: Warehouse[] | null
  title: string
  sku_title: string | null
  seller_sku: string | null
  image_url: string | null
  variant_id: string | null
  override: StockOverride | null
  state: StockState | null
  reason: StockReason | null
  behind_since: string | null
  looked_at: string | null
  cells: StoredCell[]
}

/** One warehouse of a listing as the API shows it; units, times in UTC. */
export type WarehouseView = {
  warehouse_external_id: string
  warehouse_name: string | null
  stock_location_id: string | null
  /** What should be shown; null where Medusa does not count it. */
  wanted: number | null
  /** The last number that was written. */
  pushed: number | null
  pushed_at: Date | null
  /** The last written number that was read back. */
  confirmed: number | null
  confirmed_at: Date | null
  /** What the marketplace showed when last read. */
  seen: number | null
  seen_at: Date | null
  /** Units of open orders at that moment; null where the marketplace does not tell. */
  committed: number | null
  /** Sold on the marketplace, not imported yet. */
  unseen: number
}

/** Where a listing's stock stands. Numbers are sums over the warehouses that are mapped. */
export type StockView = {
  listing_id: string
  channel_id: string
  channel_name: string
  title: string
  sku_title: string | null
  seller_sku: string | null
  image_url: string | null
  variant_id: string | null
  /** Null before the first look. */
  state: StockState | null
  reason: StockReason | null
  behind_since: Date | null
  looked_at: Date | null
  wanted: number | null
  pushed: number | null
  confirmed: number | null
  seen: number | null
  unseen: number
  /** The latest of all warehouses. */
  pushed_at: Date | null
  confirmed_at: Date | null
  warehouses: WarehouseView[]
  /** What applies: the listing's own rules over the channel's. */
  rules: StockRules
  override: StockOverride | null
}

export function toStockView(stored: StoredStock): StockView {
  const { cells, settings, warehouses: known, ...listing } = stored
  const warehouses = cells.map((cell) => toWarehouseView(cell, known ?? []))
  const mapped = warehouses.filter(
    ({ stock_location_id }) => stock_location_id !== null
  )
  const sum = (name: "wanted" | "pushed" | "confirmed" | "seen") =>
    sumOf(mapped.map((warehouse) => warehouse[name]))
  return {
    ...listing,
    behind_since: toDate(listing.behind_since),
    looked_at: toDate(listing.looked_at),
    wanted: sum("wanted"),
    pushed: sum("pushed"),
    confirmed: sum("confirmed"),
    seen: sum("seen"),
    unseen: sumOf(mapped.map(({ unseen }) => unseen)) ?? 0,
    pushed_at: latest(mapped.map(({ pushed_at }) => pushed_at)),
    confirmed_at: latest(mapped.map(({ confirmed_at }) => confirmed_at)),
    warehouses,
    rules: stockRules(settings, listing.override),
  }
}

function toWarehouseView(cell: StoredCell, known: Warehouse[]): WarehouseView {
  const unseen = (cell.unseen ?? []).map(({ at, units }) => ({
    at: new Date(at),
    units,
  }))
  return {
    warehouse_external_id: cell.warehouse_external_id,
    warehouse_name:
      known.find(
        ({ external_id }) => external_id === cell.warehouse_external_id
      )?.name ?? null,
    stock_location_id: cell.stock_location_id,
    wanted: cell.wanted,
    pushed: cell.pushed,
    pushed_at: toDate(cell.pushed_at),
    confirmed: cell.confirmed,
    confirmed_at: toDate(cell.confirmed_at),
    seen: cell.seen,
    seen_at: toDate(cell.seen_at),
    committed: cell.seen_committed,
    unseen:
      cell.stock_location_id === null
        ? 0
        : unseenUnits(
            { unseen, committed: cell.seen_committed },
            { committed: cell.counted_committed }
          ),
  }
}

/** Null when no number is known. */
function sumOf(numbers: (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null)
  return known.length ? known.reduce((sum, number) => sum + number, 0) : null
}

function latest(times: (Date | null)[]): Date | null {
  return times.reduce(
    (last, time) => (time && (!last || time > last) ? time : last),
    null
  )
}

function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value)
}
