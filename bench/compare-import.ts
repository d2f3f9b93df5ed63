import { Measured } from "./bench"
import { alternating, longestBlock, median, round, timed } from "./measure"
import { assertImported, importPlaced, placeOrders } from "./orders"
import { BenchShop } from "./shop"

const ROUNDS = 5
const ORDERS = 100
/** No batch may hold the event loop longer: webhooks have to be answered meanwhile. */
const LONGEST_BLOCK_MS = 500

/**
 * Imports new orders, from the fetch to the captured payment, in turn with another way of
 * making such orders. Both as orders a second, medians over the rounds.
 *
 * @param other.baseline makes so many orders.
 * @param other.baseline_orders orders a round.
 */
export async function compareImport(
  shop: BenchShop,
  say: (text: string) => void,
  other: {
    baseline: (orders: number) => Promise<void>
    baseline_orders: number
  }
): Promise<Measured> {
  const { baseline, baseline_orders } = other
  await importPlaced(shop, await placeOrders(shop, ORDERS))
  await baseline(baseline_orders)
  const blocks: number[] = []
  const perOrder = await alternating(ROUNDS, {
    ours: async () => {
      const placed = await placeOrders(shop, ORDERS)
      let ms = 0
      blocks.push(
        await longestBlock(async () => {
          ms = await timed(() => importPlaced(shop, placed))
        })
      )
      await assertImported(shop, placed)
      say(`ours: ${round(ms / ORDERS)} ms an order`)
      return ms / ORDERS
    },
    baseline: async () => {
      const ms = await timed(() => baseline(baseline_orders))
      say(`baseline: ${round(ms / baseline_orders)} ms an order`)
      return ms / baseline_orders
    },
  })
  const longest = Math.max(...blocks)
  return {
    ours: 1000 / median(perOrder.ours),
    baseline: 1000 / median(perOrder.baseline),
    unit: "orders/s",
    ok: longest <= LONGEST_BLOCK_MS,
    details: {
      ours_ms_per_order: perOrder.ours.map((ms) => round(ms)),
      baseline_ms_per_order: perOrder.baseline.map((ms) => round(ms)),
      longest_event_loop_block_ms: round(longest, 0),
      longest_event_loop_block_goal_ms: LONGEST_BLOCK_MS,
    },
  }
}
