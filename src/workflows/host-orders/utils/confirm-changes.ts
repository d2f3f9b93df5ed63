import { MedusaContainer } from "@medusajs/framework/types"
import { chunked } from "./chunked"
import { orderService } from "./module-services"

/**
 * `confirmOrderChange` reads each action singly and compares everything it has
 * loaded before each read: its time per order rises again from here on.
 */
const CHANGES_PER_CALL = 3

/** Confirms order changes, a few in each call. */
export async function confirmChanges(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  for (const some of chunked(ids, CHANGES_PER_CALL)) {
    await orderService(container).confirmOrderChange(some)
  }
}
