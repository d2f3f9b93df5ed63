import {
  Context,
  IEventBusModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { chunked } from "./chunked"
import { orderService } from "./module-services"

/** One transaction each; a refused change takes only so many others with it. */
const CHANGES_PER_CALL = 10

/** What the module's own methods open their transactions with. */
type WithRepository = {
  baseRepository_: {
    transaction<Result>(
      task: (manager: { setFlushMode(mode: "commit"): void }) => Promise<Result>
    ): Promise<Result>
  }
}

/** Confirms order changes, a few in each call. */
export async function confirmChanges(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  for (const some of chunked(ids, CHANGES_PER_CALL)) {
    await confirmTogether(container, some)
  }
}

/**
 * `confirmOrderChange` in a transaction that writes at its end only. By itself it reads
 * every action singly and, before each read, compares all that it has loaded with what
 * it would have to write: twice the time for one order, and worse with each further one.
 * The module's events go out after the commit.
 */
async function confirmTogether(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const orders = orderService(container)
  const eventBus: IEventBusModuleService = container.resolve(Modules.EVENT_BUS)
  const { baseRepository_ } = orders as unknown as WithRepository
  const eventGroupId = randomUUID()
  try {
    await baseRepository_.transaction(async (transactionManager) => {
      transactionManager.setFlushMode("commit")
      await orders.confirmOrderChange(ids, {
        __type: "MedusaContext",
        transactionManager,
        eventGroupId,
      } as Context)
    })
    await eventBus.releaseGroupedEvents(eventGroupId)
  } catch (error) {
    await eventBus.clearGroupedEvents(eventGroupId)
    throw error
  }
}
