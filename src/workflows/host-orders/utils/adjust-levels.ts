import { Context, IInventoryService } from "@medusajs/framework/types"

/** The context is read from the fourth place in both forms, whatever the public type says. */
type Adjusting = {
  adjustInventory(
    rows: { inventoryItemId: string; locationId: string; adjustment: number }[],
    locationId: undefined,
    adjustment: undefined,
    context: Context
  ): Promise<{ id: string }[]>
}

/**
 * Adds units to stocked levels, or takes them off, in the context's transaction.
 * @returns the ids of the levels.
 */
export async function adjustLevels(
  inventory: IInventoryService,
  places: { inventory_item_id: string; location_id: string; units: number }[],
  context: Context
): Promise<string[]> {
  const levels = await (inventory as unknown as Adjusting).adjustInventory(
    places.map(({ inventory_item_id, location_id, units }) => ({
      inventoryItemId: inventory_item_id,
      locationId: location_id,
      adjustment: units,
    })),
    undefined,
    undefined,
    context
  )
  return levels.map(({ id }) => id)
}
