import { WarehouseStock } from "../provider/pushes-stock"
import {
  decidePush,
  PushCandidate,
  PushDecision,
  RaiseObstacle,
} from "./decide-push"
import {
  observeCell,
  ObserveOptions,
  Observation,
  UnshownRaise,
} from "./observe-cell"
import { CountedUnits, NEW_CELL, StockCell, unseenUnits } from "./stock-cell"
import { StockRules } from "./stock-rules"
import {
  StockComponent,
  WantedQuantity,
  wantedQuantity,
} from "./wanted-quantity"

/** A linked listing, as the database knew it before the marketplace was read. */
export type StockListing = {
  listing_id: string
  rules: StockRules
  /** What its variant is made of; null where Medusa does not count it, empty where it should. */
  parts: StockPart[] | null
  /** Memory and counted orders by marketplace warehouse. */
  cells: ReadonlyMap<string, StockCell>
  counted: ReadonlyMap<string, CountedUnits>
  /**
   * Warehouses whose expected number is that of a write of what lies there, which was not seen
   * since; none where marketplaces are told what is for sale.
   */
  unproven?: ReadonlySet<string>
  /** Raises by the newest write that were accepted and not seen since, by warehouse. */
  unshown?: ReadonlyMap<string, UnshownRaise>
  /** What keeps this listing's number from being raised. */
  obstacle: RaiseObstacle | null
  /** The marketplace refused the last write for a while: it is not repeated until it is time again. */
  resting: boolean
  /**
   * The numbers that it refused, by warehouse: while it rests, others that are lower than what
   * is shown are written all the same. Null where a campaign holds whatever is shown.
   */
  refused?: ReadonlyMap<string, number> | null
}

export type StockPart = { inventory_item_id: string; required_quantity: number }

/** One inventory item at one location; units. */
export type StockLevel = {
  inventory_item_id: string
  location_id: string
  stocked: number
  /** Of live reservations. */
  reserved: number
}

/** What a listing's cell takes from an item at a location without a reservation standing for it. */
export type StockClaim = {
  listing_id: string
  warehouse_external_id: string
  inventory_item_id: string
  location_id: string
  required_quantity: number
  /** Units of the listing that are sold and not imported. */
  unseen: number
  /** Units of the listing that a campaign keeps on offer. */
  locked: number
}

export type StockFacts = {
  listings: StockListing[]
  levels: StockLevel[]
  /** Of all channels, those of `listings` too. */
  claims: StockClaim[]
}

export type LookOptions = ObserveOptions & {
  /** Stock locations by marketplace warehouse. */
  locations: ReadonlyMap<string, string>
  /** Most units that the marketplace can show; left out where there is no limit. */
  largest_quantity?: number
}

/** One warehouse of a listing after the look. */
export type LookedCell = {
  warehouse_external_id: string
  /** Null for a warehouse that is not mapped: it keeps its number. */
  stock_location_id: string | null
  available: number
  committed: number | null
  observation: Observation | null
  wanted: WantedQuantity | null
}

export type Look = {
  listing_id: string
  cells: LookedCell[]
  decision: PushDecision
}

/**
 * Looks at listings of one channel: takes what the marketplace shows into memory, works out
 * what it should show, and decides what to write. `facts` have to be from one database read
 * that was finished before the marketplace was asked.
 */
export function lookAtListings(
  facts: StockFacts,
  readings: ReadonlyMap<string, WarehouseStock[]>,
  options: LookOptions
): Look[] {
  const seen = facts.listings.flatMap((listing) => {
    const warehouses = readings.get(listing.listing_id)
    return warehouses
      ? {
          listing,
          cells: warehouses.map((one) => observe(listing, one, options)),
        }
      : []
  })
  const claims = withObserved(facts.claims, seen)
  return seen.map(({ listing, cells }) => {
    const wanted = cells.map((cell) => ({
      ...cell,
      wanted: wantedOf(listing, cell, facts.levels, claims, options),
    }))
    return {
      listing_id: listing.listing_id,
      cells: wanted,
      decision: decide(listing, wanted),
    }
  })
}

type Seen = { listing: StockListing; cells: Omit<LookedCell, "wanted">[] }

function observe(
  listing: StockListing,
  { warehouse_external_id, available, committed }: WarehouseStock,
  { locations, now, feed_read_at, window_ms }: LookOptions
): Omit<LookedCell, "wanted"> {
  const stock_location_id = locations.get(warehouse_external_id) ?? null
  return {
    warehouse_external_id,
    stock_location_id,
    available,
    committed,
    observation:
      stock_location_id === null
        ? null
        : observeCell(
            listing.cells.get(warehouse_external_id) ?? NEW_CELL,
            { available, committed },
            countedOf(listing, warehouse_external_id),
            {
              now,
              feed_read_at,
              window_ms,
              parcels_may_show: listing.unproven?.has(warehouse_external_id),
              unshown_raise: listing.unshown?.get(warehouse_external_id),
            }
          ),
  }
}

function countedOf(listing: StockListing, warehouse: string): CountedUnits {
  return listing.counted.get(warehouse) ?? { net: 0, committed: 0 }
}

/** Claims of what was just seen count as of now, not as of the last look. */
function withObserved(claims: StockClaim[], seen: Seen[]): StockClaim[] {
  const unseen = new Map(
    seen.flatMap(({ listing, cells }) =>
      cells.map((cell) => [
        cellKey(listing.listing_id, cell.warehouse_external_id),
        unseenOf(listing, cell),
      ])
    )
  )
  return claims.map((claim) => {
    const fresh = unseen.get(
      cellKey(claim.listing_id, claim.warehouse_external_id)
    )
    return fresh === undefined ? claim : { ...claim, unseen: fresh }
  })
}

function cellKey(listing_id: string, warehouse: string): string {
  return `${listing_id} ${warehouse}`
}

function unseenOf(
  listing: StockListing,
  { warehouse_external_id, observation }: Omit<LookedCell, "wanted">
): number {
  return observation
    ? unseenUnits(observation.cell, countedOf(listing, warehouse_external_id))
    : 0
}

function wantedOf(
  listing: StockListing,
  cell: Omit<LookedCell, "wanted">,
  levels: StockLevel[],
  claims: StockClaim[],
  { largest_quantity }: Pick<LookOptions, "largest_quantity">
): WantedQuantity | null {
  const { stock_location_id, warehouse_external_id } = cell
  if (stock_location_id === null) {
    return null
  }
  const components = listing.parts?.map((part): StockComponent => {
    const here = ({
      inventory_item_id,
      location_id,
    }: Pick<StockLevel, "inventory_item_id" | "location_id">) =>
      inventory_item_id === part.inventory_item_id &&
      location_id === stock_location_id
    const level = levels.find(here)
    const others = claims.filter(
      (claim) =>
        here(claim) &&
        !(
          claim.listing_id === listing.listing_id &&
          claim.warehouse_external_id === warehouse_external_id
        )
    )
    return {
      ...part,
      stocked: level?.stocked ?? 0,
      reserved: level?.reserved ?? 0,
      unseen_here: unseenOf(listing, cell) * part.required_quantity,
      unseen_elsewhere: unitsOf(others, ({ unseen }) => unseen),
      locked_elsewhere: unitsOf(others, ({ locked }) => locked),
    }
  })
  return wantedQuantity(components ?? null, listing.rules, largest_quantity)
}

/** In units of the inventory item. */
function unitsOf(
  claims: StockClaim[],
  units: (claim: StockClaim) => number
): number {
  return claims.reduce(
    (sum, claim) => sum + units(claim) * claim.required_quantity,
    0
  )
}

function decide(listing: StockListing, cells: LookedCell[]): PushDecision {
  if (listing.rules.paused) {
    return { kind: "nothing" }
  }
  const candidates = cells.map(
    ({ warehouse_external_id, available, wanted }) => ({
      warehouse_external_id,
      available,
      wanted: wanted?.quantity ?? null,
    })
  )
  return listing.resting
    ? decideWhileResting(candidates, listing.refused ?? null)
    : decidePush(candidates, listing.obstacle)
}

function decideWhileResting(
  candidates: PushCandidate[],
  refused: ReadonlyMap<string, number> | null
): PushDecision {
  const lower = decidePush(
    candidates.map((one) => ({
      ...one,
      wanted: one.wanted === null ? null : Math.min(one.wanted, one.available),
    })),
    null
  )
  return lower.kind === "push" &&
    refused !== null &&
    lower.targets.some(
      ({ warehouse_external_id, quantity }) =>
        refused.get(warehouse_external_id) !== quantity
    )
    ? lower
    : { kind: "nothing" }
}
