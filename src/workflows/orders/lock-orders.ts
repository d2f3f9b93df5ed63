import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const WAIT_SECONDS = 60

/** Lets one process at a time decide about an order; keys in order, so that nobody waits in a circle. */
export function lockOrders<T>(
  container: MedusaContainer,
  channel_order_ids: string[],
  work: () => Promise<T>
): Promise<T> {
  const keys = [...channel_order_ids]
    .sort()
    .map((id) => `marketplaces:order:${id}`)
  return container
    .resolve(Modules.LOCKING)
    .execute(keys, work, { timeout: WAIT_SECONDS })
}
