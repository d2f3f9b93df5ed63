import {
  Context,
  IInventoryService,
  InventoryLevelDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createMissingLevels } from "../../host-orders/steps/reserve-units"
import { adjustLevels } from "../../host-orders/utils/adjust-levels"
import { inventoryTransaction } from "../../host-orders/utils/inventory-transaction"
import {
  inventoryService,
  orderService,
} from "../../host-orders/utils/module-services"
import { Restock } from "./receive-changes"

/** Where a level notes what came onto it and may still be repeated. */
const RESTOCKED_BY = "marketplaces_restocked_by"

/**
 * Puts units back on their shelves, once for each cause: level and note change in one
 * transaction, under core's locks.
 * @param cause_id the order change that the units belong to; noted until it is confirmed.
 * @returns the levels that changed.
 * @throws {MedusaError} UNEXPECTED_STATE when a level did not change by what was put on it.
 */
export async function restock(
  container: MedusaContainer,
  cause_id: string,
  stock: Restock[]
): Promise<string[]> {
  if (!stock.length) {
    return []
  }
  await createMissingLevels(container, stock)
  const over = await confirmedCauses(container, stock)
  return inventoryTransaction(
    container,
    stock.map(({ inventory_item_id }) => inventory_item_id),
    async (inventory, context) => {
      const levels = await levelsOf(inventory, stock, context)
      const due = stock.filter(
        (place) => !(cause_id in notesOf(levels.get(keyOf(place))))
      )
      if (!due.length) {
        return []
      }
      const changed = await adjust(inventory, due, levels, context)
      await inventory.updateInventoryLevels(
        due.map(({ inventory_item_id, location_id, units }) => {
          const notes = notesOf(
            levels.get(keyOf({ inventory_item_id, location_id }))
          )
          const kept = Object.entries(notes).filter(([id]) => !over.has(id))
          return {
            inventory_item_id,
            location_id,
            metadata: {
              [RESTOCKED_BY]: {
                ...Object.fromEntries(kept),
                [cause_id]: units,
              },
            },
          }
        }) as never,
        context
      )
      return changed
    }
  )
}

async function adjust(
  inventory: IInventoryService,
  due: Restock[],
  levels: Map<string, InventoryLevelDTO>,
  context: Context
): Promise<string[]> {
  const before = due.map((place) =>
    Number(levels.get(keyOf(place))?.stocked_quantity)
  )
  const changed = await adjustLevels(inventory, due, context)
  const after = await levelsOf(inventory, due, await unread(context))
  due.forEach((place, index) => {
    const now = Number(after.get(keyOf(place))?.stocked_quantity)
    if (now !== before[index] + place.units) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `${place.units} units of inventory item ${place.inventory_item_id} came back, but its level went from ${before[index]} to ${now}; nothing was written`
      )
    }
  })
  return changed
}

/** The same transaction with everything written and nothing remembered, so that rows are read as they are. */
async function unread(context: Context): Promise<Context> {
  const manager = context.transactionManager as {
    flush(): Promise<void>
    fork(options: { keepTransactionContext: boolean }): unknown
  }
  await manager.flush()
  return {
    ...context,
    transactionManager: manager.fork({ keepTransactionContext: true }),
  } as Context
}

/** Causes noted on these levels whose change is confirmed, so that nothing repeats them. */
async function confirmedCauses(
  container: MedusaContainer,
  stock: Restock[]
): Promise<Set<string>> {
  const levels = await levelsOf(inventoryService(container), stock)
  const ids = [...levels.values()].flatMap((level) =>
    Object.keys(notesOf(level))
  )
  if (!ids.length) {
    return new Set()
  }
  const confirmed = await orderService(container).listOrderChanges(
    { id: ids, status: "confirmed" } as never,
    { select: ["id"], take: null } as never
  )
  return new Set(confirmed.map(({ id }) => id))
}

async function levelsOf(
  inventory: IInventoryService,
  stock: Restock[],
  context?: Context
): Promise<Map<string, InventoryLevelDTO>> {
  const levels = await inventory.listInventoryLevels(
    {
      inventory_item_id: stock.map(
        ({ inventory_item_id }) => inventory_item_id
      ),
      location_id: stock.map(({ location_id }) => location_id),
    },
    { take: null } as never,
    context
  )
  return new Map(levels.map((level) => [keyOf(level), level]))
}

function notesOf(level: InventoryLevelDTO | undefined): Record<string, number> {
  return (level?.metadata?.[RESTOCKED_BY] ?? {}) as Record<string, number>
}

function keyOf(place: { inventory_item_id: string; location_id: string }) {
  return `${place.inventory_item_id} ${place.location_id}`
}
