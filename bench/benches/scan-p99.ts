import { backgroundIdle } from "../../src/workflows/background"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Bench } from "../bench"
import { addCrowd, poolOf, removeCrowd } from "../crowd"
import { LoadAnswer, LoadRequest, sendAtRate } from "../load"
import { alternating, quantile, round, timed } from "../measure"
import { signIn, WaitingParcel, waitingParcels } from "../packing-orders"
import { BenchShop } from "../shop"

const OPEN_ORDERS = 50_000
const ROUNDS = 3
/** Parcels a round; the first ones warm up. */
const PARCELS = 40
const WARM_UP = 20
/** Scans a second, over all tables: five people who pack without a pause. */
const PER_SECOND = 5
/** What is in each parcel, unit by unit; the last one packs it. */
const ITEMS = ["LY-LAM-S", "DIA-NAU-20", "DIA-NAU-20"]
const SCANS = 1 + ITEMS.length
/** Nobody notices less. */
const PATIENCE_MS = 100

/**
 * Scans at the packing table over HTTP, waybill by waybill and item by item, beside bare
 * lookups of the same tracking numbers in the database: 99th percentiles, with 50,000 open
 * orders.
 */
export const bench: Bench = {
  title:
    "A scan at the packing table with 50,000 open orders, beside a bare lookup",
  better: "lower",
  goal: null,
  async run(shop, say) {
    const headers = await signIn(shop)
    const parcels = await waitingParcels(shop, WARM_UP + ROUNDS * PARCELS)
    say(`${OPEN_ORDERS} open orders`)
    await addCrowd(shop, parcels[0].channel_order_id, OPEN_ORDERS)
    const slice = (round: number) =>
      parcels.slice(WARM_UP + round * PARCELS, WARM_UP + (round + 1) * PARCELS)
    try {
      await packAll(shop, headers, parcels.slice(0, WARM_UP))
      await lookUpAll(shop, parcels.slice(0, WARM_UP))
      const results = await alternating(ROUNDS, {
        ours: (round) => packAll(shop, headers, slice(round)),
        baseline: (round) => lookUpAll(shop, slice(round)),
      })
      await backgroundIdle()
      await assertPacked(shop, parcels)
      const answers = results.ours.flat()
      const waybills = summary(answers.filter((_, i) => i % SCANS === 0))
      const items = summary(answers.filter((_, i) => i % SCANS !== 0))
      const all = summary(answers)
      const lookups = summary(results.baseline.flat())
      say(`waybills p50 ${waybills.p50_ms} ms, p99 ${waybills.p99_ms} ms`)
      say(`items    p50 ${items.p50_ms} ms, p99 ${items.p99_ms} ms`)
      return {
        ours: all.p99_ms,
        baseline: lookups.p99_ms,
        unit: "ms (p99)",
        ok: all.refused === 0 && all.p99_ms < PATIENCE_MS,
        details: {
          open_orders: OPEN_ORDERS,
          scans_per_second: PER_SECOND,
          waybills,
          items,
          lookups,
          goal_ms: PATIENCE_MS,
        },
      }
    } finally {
      await removeCrowd(shop)
    }
  },
}

function packAll(
  { url }: BenchShop,
  headers: Record<string, string>,
  parcels: WaitingParcel[]
): Promise<LoadAnswer[]> {
  const scan = (body: object): LoadRequest => ({
    headers,
    body: JSON.stringify(body),
  })
  return sendAtRate({
    url: `${url}/admin/marketplaces/packing/scans`,
    method: "POST",
    per_second: PER_SECOND,
    requests: parcels.flatMap(({ id, tracking_number }) => [
      scan({ code: `${tracking_number}\n` }),
      ...ITEMS.map((code) => scan({ code, parcel_id: id })),
    ]),
  })
}

async function lookUpAll(
  shop: BenchShop,
  parcels: WaitingParcel[]
): Promise<LoadAnswer[]> {
  const pool = poolOf(shop)
  const answers: LoadAnswer[] = []
  for (const { tracking_number } of parcels) {
    const milliseconds = await timed(() =>
      pool.raw(
        `SELECT id FROM marketplace_parcel
          WHERE tracking_number = ? AND deleted_at IS NULL`,
        [tracking_number]
      )
    )
    answers.push({ milliseconds, status: 200 })
  }
  return answers
}

/** Throws unless all of them were packed and their orders followed; nothing half done counts. */
async function assertPacked(
  { container }: BenchShop,
  parcels: WaitingParcel[]
): Promise<void> {
  const [, packed] = await marketplacesOf(
    container
  ).listAndCountMarketplaceChannelOrders(
    {
      id: parcels.map(({ channel_order_id }) => channel_order_id),
      status: "packed",
    },
    { select: ["id"], take: 1 }
  )
  if (packed !== parcels.length) {
    throw new Error(`${packed} of ${parcels.length} orders are packed`)
  }
}

function summary(answers: LoadAnswer[]) {
  const times = answers.map(({ milliseconds }) => milliseconds)
  return {
    p50_ms: round(quantile(times, 0.5)),
    p99_ms: round(quantile(times, 0.99)),
    longest_ms: round(Math.max(...times)),
    scans: times.length,
    refused: answers.filter(({ status }) => status !== 200).length,
  }
}
