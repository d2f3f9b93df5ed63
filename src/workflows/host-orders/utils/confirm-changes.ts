import { MedusaContainer } from "@medusajs/framework/types"
import { chunked } from "./chunked"
import { orderTransaction } from "./order-transaction"

/** One transaction each; a refused change takes only so many others with it. */
const CHANGES_PER_CALL = 10

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
 */
function confirmTogether(
  container: MedusaContainer,
  ids: string[]
): Promise<unknown> {
  return orderTransaction(container, (orders, context, manager) => {
    manager.setFlushMode("commit")
    return orders.confirmOrderChange(ids, context)
  })
}
