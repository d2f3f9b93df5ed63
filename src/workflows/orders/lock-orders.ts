import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { bulkhead } from "cockatiel"

const WAIT_SECONDS = 60

/**
 * Batches of one process that hold order locks at once. With locks in PostgreSQL each
 * keeps a connection while its work needs others; more than three starve the pool.
 */
const batches = bulkhead(3, Infinity)

/** Lets one process at a time decide about an order; keys in order, so that nobody waits in a circle. */
export function lockOrders<T>(
  container: MedusaContainer,
  channel_order_ids: string[],
  work: () => Promise<T>
): Promise<T> {
  const keys = [...channel_order_ids]
    .sort()
    .map((id) => `marketplaces:order:${id}`)
  return batches.execute(() =>
    container
      .resolve(Modules.LOCKING)
      .execute(keys, work, { timeout: WAIT_SECONDS })
  )
}
