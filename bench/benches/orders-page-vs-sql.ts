import { Bench } from "../bench"
import { poolOf } from "../crowd"
import { alternating, quantile, round, timed } from "../measure"
import { importPlaced, placeOrders } from "../orders"
import { signIn } from "../packing-orders"
import { BenchShop } from "../shop"
import { addVastOrders, trackingNumber, VAST } from "../vast-orders"

const ROUNDS = 3
const GOAL = 2
const PAGE = 50

/** What somebody looks at: the query of the screen, and the condition that it means. */
type View = { query: Record<string, string>; where: string; values: string[] }

/**
 * What a person waits for who opens a tab of the orders' screen, page and counts of all tabs
 * at once over HTTP, beside the plain SQL statements that answer the same: 95th percentiles
 * over a million orders.
 */
export const bench: Bench = {
  title:
    "Opening a tab among 1,000,000 orders, beside the plain SQL that answers it",
  better: "lower",
  goal: GOAL,
  async run(shop, say) {
    const headers = await signIn(shop)
    const [template] = await importPlaced(shop, await placeOrders(shop, 1))
    say(`${VAST} orders`)
    const channels = await addVastOrders(shop, template)
    const views = viewsOf(channels)
    const sides = {
      ours: () => lookAtAll(views, (view) => overHttp(shop, headers, view)),
      baseline: () => lookAtAll(views, (view) => inSql(shop, view)),
    }
    await sides.ours()
    await sides.baseline()
    const results = await alternating(ROUNDS, sides)
    const ours = summary(results.ours.flat())
    const baseline = summary(results.baseline.flat())
    say(`screen p50 ${ours.p50_ms} ms, p95 ${ours.p95_ms} ms`)
    say(`SQL    p50 ${baseline.p50_ms} ms, p95 ${baseline.p95_ms} ms`)
    return {
      ours: ours.p95_ms,
      baseline: baseline.p95_ms,
      unit: "ms (p95)",
      ok: ours.p95_ms / baseline.p95_ms <= GOAL,
      details: {
        orders: VAST,
        views: views.length,
        screen: ours,
        sql: baseline,
      },
    }
  },
}

/** Every tab, each also of one channel, a period, and what somebody searches. */
function viewsOf([channel]: string[]): View[] {
  const tabs = [
    "awaiting_confirmation",
    "confirmed",
    "packed",
    "in_transit",
    "succeeded",
    "returned",
    "cancelled_by_buyer",
  ]
  const week = new Date(Date.now() - 7 * 86_400_000).toISOString()
  return [
    { query: {}, where: "TRUE", values: [] },
    {
      query: { import_state: "blocked" },
      where: "import_state = ?",
      values: ["blocked"],
    },
    ...tabs.flatMap((status): View[] => [
      { query: { status }, where: "status = ?", values: [status] },
      {
        query: { status, channel_id: channel },
        where: "status = ? AND channel_id = ?",
        values: [status, channel],
      },
      {
        query: { status, "placed_at[$gte]": week },
        where: "status = ? AND placed_at >= ?",
        values: [status, week],
      },
    ]),
    ...[17, 40_017, VAST - 17].map((place) => ({
      query: { q: trackingNumber(place) },
      where: "search_text LIKE ?",
      values: [`%${trackingNumber(place)}%`],
    })),
  ]
}

async function lookAtAll(
  views: View[],
  look: (view: View) => Promise<unknown>
): Promise<number[]> {
  const times: number[] = []
  for (const view of views) {
    times.push(await timed(() => look(view)))
  }
  return times
}

async function overHttp(
  { url }: BenchShop,
  headers: Record<string, string>,
  { query }: View
): Promise<void> {
  const get = async (path: string, asked: Record<string, string>) => {
    const search = new URLSearchParams(asked)
    const answer = await fetch(
      `${url}/admin/marketplaces/orders${path}?${search}`,
      { headers }
    )
    if (!answer.ok) {
      throw new Error(`orders${path} answered ${answer.status}`)
    }
    await answer.json()
  }
  // The tabs count what the other filters leave, whatever tab is open.
  const { status: _status, import_state: _state, ...filters } = query
  await Promise.all([
    get("", { ...query, limit: String(PAGE) }),
    get("/counts", filters),
  ])
}

/** The same rows and numbers, by the plainest statements that give them. */
async function inSql(shop: BenchShop, view: View): Promise<void> {
  const pool = poolOf(shop)
  const { where, values } = view
  const tabs = withoutTab(view)
  await Promise.all([
    pool.raw(
      `SELECT * FROM (SELECT * FROM marketplace_channel_order
                      WHERE deleted_at IS NULL AND ${where}
                      ORDER BY placed_at DESC, id DESC LIMIT ${PAGE}) AS o
         JOIN marketplace_channel_order_line AS line
           ON line.channel_order_id = o.id AND line.deleted_at IS NULL`,
      values
    ),
    pool.raw(
      `SELECT COUNT(*) FROM marketplace_channel_order
        WHERE deleted_at IS NULL AND ${where}`,
      values
    ),
    pool.raw(
      `SELECT status, import_state, COUNT(*) FROM marketplace_channel_order
        WHERE deleted_at IS NULL AND ${tabs.where} GROUP BY 1, 2`,
      tabs.values
    ),
    pool.raw(
      `SELECT COUNT(*) FROM marketplace_channel_order
        WHERE deleted_at IS NULL AND ${tabs.where}
          AND deadline_at < now() + interval '24 hours'`,
      tabs.values
    ),
  ])
}

function withoutTab({ query, where, values }: View): {
  where: string
  values: string[]
} {
  if (!query.status && !query.import_state) {
    return { where, values }
  }
  const [, ...rest] = where.split(" AND ")
  return { where: rest.join(" AND ") || "TRUE", values: values.slice(1) }
}

function summary(times: number[]) {
  return {
    p50_ms: round(quantile(times, 0.5)),
    p95_ms: round(quantile(times, 0.95)),
    longest_ms: round(Math.max(...times)),
    looks: times.length,
  }
}
