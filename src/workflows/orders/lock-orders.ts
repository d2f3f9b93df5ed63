import { MedusaContainer } from "@medusajs/framework/types"
import { bulkhead } from "cockatiel"
import { whileLocked } from "../locks"

const WAIT_SECONDS = 60

/**
 * Batches of one process that hold order locks at once. With locks in PostgreSQL each
 * keeps a connection while its work needs others; more than three starve the pool.
 */
const batches = bulkhead(3, Infinity)

/** Lets one process at a time decide about an order. */
export function lockOrders<T>(
  container: MedusaContainer,
  channel_order_ids: string[],
  work: () => Promise<T>
): Promise<T> {
  const keys = channel_order_ids.map((id) => `marketplaces:order:${id}`)
  return batches.execute(() =>
    whileLocked(container, keys, work, { timeout: WAIT_SECONDS })
  )
}
