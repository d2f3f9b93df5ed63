import { setTimeout as sleep } from "node:timers/promises"
import { Bench, meets } from "../bench"
import { round } from "../measure"
import { assertImported, importPlaced, placeOrders } from "../orders"

const FIRST = 1_000
const LAST = 20_000
const STEP = 1_000

/**
 * What the process keeps in memory after importing 20,000 orders, against after 1,000:
 * resident memory, garbage collected first. Nothing else runs in the process.
 */
export const bench: Bench = {
  title: "Memory after importing 20,000 orders, beside 1,000",
  better: "lower",
  goal: 1.1,
  async run(shop, say) {
    const samples: (Sample & { orders: number })[] = []
    for (let orders = FIRST; orders <= LAST; orders += STEP) {
      const placed = await placeOrders(shop, STEP, "AWAITING_SHIPMENT", [
        { seller_sku: "LY-LAM-S" },
      ])
      await importPlaced(shop, placed)
      await assertImported(shop, placed)
      const sample = { orders, ...(await memory()) }
      samples.push(sample)
      say(
        `${orders} orders: ${sample.resident_mb} MB resident, ${sample.used_mb} MB used`
      )
    }
    const [first] = samples
    const last = samples[samples.length - 1]
    return {
      ours: last.resident_mb,
      baseline: first.resident_mb,
      unit: "MB resident",
      ok: meets(bench, last.resident_mb / first.resident_mb),
      details: { samples },
    }
  },
}

type Sample = {
  resident_mb: number
  /** Objects and buffers that are still reachable. */
  used_mb: number
}

async function memory(): Promise<Sample> {
  for (let times = 0; times < 3; times++) {
    global.gc?.()
    await sleep(100)
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  const mb = (bytes: number) => round(bytes / 2 ** 20, 0)
  return { resident_mb: mb(rss), used_mb: mb(heapUsed + external) }
}
