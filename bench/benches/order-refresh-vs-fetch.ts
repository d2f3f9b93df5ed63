import { Bench, meets } from "../bench"
import { alternating, median, round, timed } from "../measure"
import { importPlaced, placeOrders, readPages } from "../orders"

const ORDERS = 300
const ROUNDS = 9
/** Until the compiler has seen all of it. */
const WARM_UP = 4

/**
 * Orders that are read again and have not changed, against fetching and parsing the same
 * pages and throwing them away.
 */
export const bench: Bench = {
  title:
    "Orders read again without a change, beside fetching and parsing alone",
  better: "lower",
  goal: 2,
  async run(shop, say) {
    const placed = await placeOrders(shop, ORDERS)
    const ids = await importPlaced(shop, placed)
    const refresh = () => importPlaced(shop, placed)
    const fetchPages = async () => {
      let read = 0
      for await (const { items } of readPages(shop, placed)) {
        read += items.length
      }
      if (read !== ids.length) {
        throw new Error(`The pages hold ${read} of ${ids.length} orders`)
      }
    }
    for (let times = 0; times < WARM_UP; times++) {
      await refresh()
      await fetchPages()
    }
    const perOrder = await alternating(ROUNDS, {
      ours: async () => (await timed(refresh)) / ORDERS,
      baseline: async () => (await timed(fetchPages)) / ORDERS,
    })
    const ours = median(perOrder.ours)
    const baseline = median(perOrder.baseline)
    say(`ours ${perOrder.ours.map((ms) => round(ms)).join(", ")} ms an order`)
    say(
      `fetch ${perOrder.baseline.map((ms) => round(ms)).join(", ")} ms an order`
    )
    return {
      ours,
      baseline,
      unit: "ms/order",
      ok: meets(bench, ours / baseline),
      details: {
        ours_ms_per_order: perOrder.ours.map((ms) => round(ms, 3)),
        baseline_ms_per_order: perOrder.baseline.map((ms) => round(ms, 3)),
      },
    }
  },
}
