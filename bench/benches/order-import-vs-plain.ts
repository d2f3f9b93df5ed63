import { Bench, meets } from "../bench"
import { draftOrders } from "../drafts"
import { createPlainOrder } from "../host-orders-baseline"
import { compareImport } from "../compare-import"

/**
 * New orders, everything included, against core's workflows order by order: create,
 * reserve, mark as paid. The baseline's orders are planned beforehand, at no cost to it.
 */
export const bench: Bench = {
  title:
    "New orders with everything that belongs to them, beside core's workflows order by order",
  better: "higher",
  goal: 25,
  async run(shop, say) {
    const drafts = await draftOrders(shop, 24)
    const rest = [...drafts]
    const plain = async (count: number) => {
      for (const draft of rest.splice(0, count)) {
        await createPlainOrder(shop.container, draft)
      }
    }
    const measured = await compareImport(shop, say, {
      baseline: plain,
      baseline_orders: 4,
    })
    return {
      ...measured,
      ok: measured.ok && meets(bench, measured.ours / measured.baseline),
    }
  },
}
