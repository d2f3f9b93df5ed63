import { poolOf } from "./crowd"
import { BenchShop } from "./shop"

/** A shop of some years: most orders are over, a small part is at work. */
export const VAST = 1_000_000

/** Of the newest orders, how many stand in each status; what is older is over. */
const AT_WORK = [
  ["awaiting_confirmation", 5_000],
  ["confirmed", 3_000],
  ["packed", 2_000],
  ["in_transit", 30_000],
] as const

/** Channels that the orders are spread over, the real one first. */
const CHANNELS = 5

const MARK = "vast"

const NUMBER_OF = "(5790000000000000000 + n)::text"
/** The channel of the template is one of them. */
const CHANNEL_OF = `CASE n % ${CHANNELS} WHEN 0 THEN channel_id ELSE '${MARK}channel' || (n % ${CHANNELS}) END`

/**
 * Puts a million orders of five channels, each with a line, into the database: copies of one
 * that was imported, half a minute apart, under statuses as a shop has them after a year.
 * @returns the channels' ids.
 */
export async function addVastOrders(
  shop: BenchShop,
  template_id: string
): Promise<string[]> {
  const copies = { shop, count: VAST }
  await copy({
    ...copies,
    count: CHANNELS - 1,
    table: "marketplace_channel",
    template: "id = ?",
    values: [shop.channel.id],
    otherwise: {
      id: `'${MARK}channel' || n`,
      external_id: `'${MARK}' || n`,
    },
  })
  await copy({
    ...copies,
    table: "marketplace_channel_order",
    template: "id = ?",
    values: [template_id],
    otherwise: {
      id: `'${MARK}order' || n`,
      channel_id: CHANNEL_OF,
      external_id: NUMBER_OF,
      medusa_order_id: `'${MARK}host' || n`,
      status: `CASE ${statusCases()}
        WHEN n % 10 = 0 THEN 'cancelled_by_buyer'
        WHEN n % 25 = 1 THEN 'returned' ELSE 'succeeded' END`,
      import_state: `CASE WHEN n % 5000 = 7 THEN 'blocked'
        WHEN n % 500 = 3 THEN 'ignored' ELSE 'imported' END`,
      placed_at: "placed_at - n * interval '31 seconds'",
      deadline_at: `CASE WHEN n <= ${atWork()}
        THEN placed_at + interval '1 day' + n * interval '60 seconds' END`,
      search_text: `${NUMBER_OF} || ' vn' || (840000000 + n) || ' ly-lam-s dia-nau-20'`,
    },
  })
  await copy({
    ...copies,
    table: "marketplace_channel_order_line",
    template: "channel_order_id = ? AND position = 0",
    values: [template_id],
    otherwise: {
      id: `'${MARK}line' || n`,
      channel_order_id: `'${MARK}order' || n`,
      channel_id: CHANNEL_OF,
    },
  })
  const pool = poolOf(shop)
  for (const table of ["channel_order", "channel_order_line"]) {
    await pool.raw(`VACUUM ANALYZE marketplace_${table}`)
  }
  return [
    shop.channel.id,
    ...Array.from({ length: CHANNELS - 1 }, (_, i) => `${MARK}channel${i + 1}`),
  ]
}

/** The waybill's number of the order that stands at this place, counted from the newest. */
export const trackingNumber = (place: number) => `vn${840_000_000 + place}`

/** Copies the row of a table that the condition `template` names, other columns as SQL of `n`. */
async function copy({
  shop,
  table,
  template,
  values,
  count,
  otherwise,
}: {
  shop: BenchShop
  table: string
  template: string
  values: string[]
  count: number
  otherwise: Record<string, string>
}): Promise<void> {
  const pool = poolOf(shop)
  const { rows } = await pool.raw(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = ?",
    [table]
  )
  const names = (rows as { name: string }[]).map(({ name }) => name)
  const columns = names.map((name) => `"${name}"`).join(", ")
  const sources = names.map((name) => otherwise[name] ?? `"${name}"`)
  await pool.raw(
    `INSERT INTO ${table} (${columns}) SELECT ${sources.join(", ")}
       FROM (SELECT * FROM ${table} WHERE ${template}) AS template
      CROSS JOIN generate_series(1, ${count}) AS n`,
    values
  )
}

const atWork = () => AT_WORK.reduce((sum, [, count]) => sum + count, 0)

function statusCases(): string {
  let last = 0
  return AT_WORK.map(([status, count]) => {
    last += count
    return `WHEN n <= ${last} THEN '${status}'`
  }).join(" ")
}
