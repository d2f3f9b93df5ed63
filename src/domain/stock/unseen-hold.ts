import { Look, StockLevel, StockListing } from "./look-at-listings"
import { unseenUnits } from "./stock-cell"

/**
 * Units of an inventory item that Medusa keeps from its own storefront, because a marketplace's
 * counters have shown them as sold and no imported order stands for them yet.
 */
export type UnseenHold = {
  listing_id: string
  warehouse_external_id: string
  inventory_item_id: string
  location_id: string
  /** Of the inventory item. */
  quantity: number
}

/** A reservation in Medusa that is such a hold. */
export type HeldUnseen = {
  id: string
  /** As `holdName` gives it. */
  external_id: string
  inventory_item_id: string
  location_id: string
  quantity: number
}

export type HoldChanges<Hold extends UnseenHold = UnseenHold> = {
  create: Hold[]
  update: (HeldUnseen & { to: number })[]
  remove: HeldUnseen[]
}

export const UNSEEN_HOLD_PREFIX = "marketplaces:unseen:"

/** The reservation's `external_id`: it names the cell whose unseen units it stands for. */
export function holdName({
  listing_id,
  warehouse_external_id,
}: Pick<UnseenHold, "listing_id" | "warehouse_external_id">): string {
  return `${UNSEEN_HOLD_PREFIX}${listing_id}:${warehouse_external_id}`
}

/** What should be held after a look, of every component where its item has a level. */
export function holdsAfter(
  look: Look,
  listing: StockListing,
  levels: StockLevel[]
): UnseenHold[] {
  return look.cells.flatMap((cell) => {
    const { observation, stock_location_id, warehouse_external_id } = cell
    if (!observation || stock_location_id === null) {
      return []
    }
    const units = unseenUnits(observation.cell, {
      committed: listing.counted.get(warehouse_external_id)?.committed ?? 0,
    })
    return (listing.parts ?? [])
      .filter(({ inventory_item_id }) =>
        levels.some(
          (level) =>
            level.inventory_item_id === inventory_item_id &&
            level.location_id === stock_location_id
        )
      )
      .map(({ inventory_item_id, required_quantity }) => ({
        listing_id: look.listing_id,
        warehouse_external_id,
        inventory_item_id,
        location_id: stock_location_id,
        quantity: units * required_quantity,
      }))
  })
}

/**
 * What makes the holds in Medusa those that should be. One reservation for each cell, item and
 * location stays; whatever else bears the name of a hold is removed.
 * @param held the oldest first.
 */
export function holdChanges<Hold extends UnseenHold>(
  wanted: Hold[],
  held: HeldUnseen[]
): HoldChanges<Hold> {
  const open = new Map(
    wanted
      .filter(({ quantity }) => quantity > 0)
      .map((hold) => [keyOf(holdName(hold), hold), hold])
  )
  const changes: HoldChanges<Hold> = { create: [], update: [], remove: [] }
  for (const one of held) {
    const key = keyOf(one.external_id, one)
    const hold = open.get(key)
    open.delete(key)
    if (!hold) {
      changes.remove.push(one)
    } else if (hold.quantity !== one.quantity) {
      changes.update.push({ ...one, to: hold.quantity })
    }
  }
  changes.create.push(...open.values())
  return changes
}

/** The inventory items whose reservations change; empty when all is as it should be. */
export function itemsOfChanges({
  create,
  update,
  remove,
}: HoldChanges): string[] {
  const items = [...create, ...update, ...remove].map(
    ({ inventory_item_id }) => inventory_item_id
  )
  return [...new Set(items)]
}

function keyOf(
  name: string,
  {
    inventory_item_id,
    location_id,
  }: Pick<UnseenHold, "inventory_item_id" | "location_id">
): string {
  return [name, inventory_item_id, location_id].join(" ")
}
