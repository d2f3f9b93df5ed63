import {
  Context,
  IEventBusModuleService,
  IInventoryService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { whileInventoryLocked, whileLocked } from "../../locks"
import { inventoryService } from "./module-services"

/** Every module service has this repository; it is what its own methods open transactions with. */
type WithRepository = {
  baseRepository_: {
    transaction<Result>(
      task: (transactionManager: unknown) => Promise<Result>
    ): Promise<Result>
  }
}

/**
 * Runs several calls of the Inventory Module in one database transaction, under the
 * locks that core takes, so that a level and its reservations change together or not
 * at all. The module's events go out after the commit.
 * @param job passes the given context to each call.
 */
export async function inventoryTransaction<Result>(
  container: MedusaContainer,
  inventory_item_ids: string[],
  job: (inventory: IInventoryService, context: Context) => Promise<Result>
): Promise<Result> {
  const inventory = inventoryService(container)
  const eventBus: IEventBusModuleService = container.resolve(Modules.EVENT_BUS)
  const { baseRepository_ } = inventory as unknown as WithRepository
  const eventGroupId = randomUUID()
  const change = async () => {
    const result = await baseRepository_.transaction((transactionManager) =>
      job(inventory, {
        __type: "MedusaContext",
        transactionManager,
        eventGroupId,
      } as Context)
    )
    // At once: letting a lock go may fail, and what is committed has to be heard of.
    await eventBus.releaseGroupedEvents(eventGroupId)
    return result
  }
  try {
    return await whileInventoryLocked(container, () =>
      whileLocked(container, inventory_item_ids, change, { timeout: 30 })
    )
  } catch (error) {
    await eventBus.clearGroupedEvents(eventGroupId)
    throw error
  }
}
