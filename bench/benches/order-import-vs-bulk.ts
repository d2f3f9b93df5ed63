import { IMPORT_BATCH } from "../../src/workflows/orders/import-orders"
import { Bench, meets } from "../bench"
import { compareImport } from "../compare-import"
import { draftOrders } from "../drafts"
import { createBareOrders } from "../host-orders-baseline"

/**
 * New orders, everything included, against the least that Medusa can do: bulk
 * `orderModule.createOrders` in batches of the same size, and nothing beside it.
 */
export const bench: Bench = {
  title:
    "New orders with everything that belongs to them, beside bare bulk `createOrders`",
  better: "higher",
  goal: 0.5,
  async run(shop, say) {
    const rest = await draftOrders(shop, 600)
    const bulk = async (count: number) => {
      for (let made = 0; made < count; made += IMPORT_BATCH) {
        await createBareOrders(shop.container, rest.splice(0, IMPORT_BATCH))
      }
    }
    const measured = await compareImport(shop, say, {
      baseline: bulk,
      baseline_orders: 100,
    })
    return {
      ...measured,
      ok: measured.ok && meets(bench, measured.ours / measured.baseline),
    }
  },
}
