import {
  Context,
  IEventBusModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { orderService, OrderService } from "./module-services"

type Manager = { setFlushMode(mode: "commit"): void }

/** What the module's own methods open their transactions with. */
type WithRepository = {
  baseRepository_: {
    transaction<Result>(
      task: (manager: Manager) => Promise<Result>
    ): Promise<Result>
  }
}

/**
 * Runs several calls of the Order Module in one database transaction; its events go out
 * after the commit.
 * @param job passes the given context to each call.
 */
export async function orderTransaction<Result>(
  container: MedusaContainer,
  job: (
    orders: OrderService,
    context: Context,
    manager: Manager
  ) => Promise<Result>
): Promise<Result> {
  const orders = orderService(container)
  const eventBus: IEventBusModuleService = container.resolve(Modules.EVENT_BUS)
  const { baseRepository_ } = orders as unknown as WithRepository
  const eventGroupId = randomUUID()
  try {
    const result = await baseRepository_.transaction((transactionManager) =>
      job(
        orders,
        {
          __type: "MedusaContext",
          transactionManager,
          eventGroupId,
        } as Context,
        transactionManager
      )
    )
    await eventBus.releaseGroupedEvents(eventGroupId)
    return result
  } catch (error) {
    await eventBus.clearGroupedEvents(eventGroupId)
    throw error
  }
}
