import { OrderCount } from "../../../domain/stock/count-order"
import { Sql, SqlStore } from "../sql-store"

/** What an order stands for now; all of it replaces what was counted of it before. */
export type CountedOrder = { id: string; placed_at: Date; counts: OrderCount[] }

export type CountedSku = { channel_id: string; external_sku_id: string }

/** Marketplaces give whole seconds, by clocks of their own (milliseconds). */
const CLOCKS_DIFFER_MS = 5_000

type Changed = Pick<CountedOrder, "id" | "counts">

type StoredCounts = { channel_id: string; counts: OrderCount[] }

type Delta = OrderCount & { channel_id: string }

/**
 * Keeps the sums of what imported orders stand for. Counting an order again changes nothing.
 *
 * Sums must never run ahead of the stock in Medusa: count upwards after units were reserved,
 * downwards before they are released. The other way round a marketplace would be shown units
 * that are sold.
 */
export class StockDemandCounterService extends SqlStore {
  /** Takes off what orders no longer stand for; nothing is added. */
  lower(orders: CountedOrder[]): Promise<CountedSku[]> {
    return this.count(orders, (before, now) => ({
      net: Math.min(before.net, now.net),
      committed: Math.min(before.committed, now.committed),
    }))
  }

  /**
   * Makes orders count for exactly what they stand for.
   * @returns what is counted otherwise than before.
   */
  set(orders: CountedOrder[]): Promise<CountedSku[]> {
    return this.count(orders, (_, now) => now)
  }

  private async count(
    orders: CountedOrder[],
    choose: (
      before: Pick<OrderCount, "net" | "committed">,
      now: Pick<OrderCount, "net" | "committed">
    ) => Pick<OrderCount, "net" | "committed">
  ): Promise<CountedSku[]> {
    if (!orders.length) {
      return []
    }
    return this.transaction(async (sql) => {
      const stored = await lockCounts(sql, orders)
      const first_looks = await readFirstLooks(sql, orders, stored)
      const deltas: Delta[] = []
      const changed: Changed[] = []
      for (const { id, placed_at, counts } of orders) {
        const row = stored.get(id)
        if (!row) {
          continue
        }
        const next = merged(
          row.counts,
          withoutHistory(counts, row, (count) => {
            const look = first_looks.get(cellOf(row.channel_id, count))
            return (
              look !== undefined &&
              placed_at.getTime() + CLOCKS_DIFFER_MS < look.at.getTime() &&
              !(look.tells_committed && count.committed > 0)
            )
          }),
          choose
        )
        const moved = deltasOf(row.counts, next)
        if (moved.length) {
          changed.push({
            id,
            counts: next.filter(({ net, committed }) => net || committed),
          })
          deltas.push(
            ...moved.map((one) => ({ ...one, channel_id: row.channel_id }))
          )
        }
      }
      if (changed.length) {
        await addDeltas(sql, deltas)
        await storeCounts(sql, changed)
      }
      return deltas.map(({ channel_id, external_sku_id }) => ({
        channel_id,
        external_sku_id,
      }))
    })
  }
}

const keyOf = (count: OrderCount) =>
  `${count.external_sku_id}\n${count.warehouse_external_id}`

const NOTHING = { net: 0, committed: 0 }

function merged(
  before: OrderCount[],
  now: OrderCount[],
  choose: (before: typeof NOTHING, now: typeof NOTHING) => typeof NOTHING
): OrderCount[] {
  const old = new Map(before.map((count) => [keyOf(count), count]))
  const fresh = new Map(now.map((count) => [keyOf(count), count]))
  const all = new Map([...old, ...fresh])
  return [...all].map(([key, count]) => ({
    ...count,
    ...pick(choose(old.get(key) ?? NOTHING, fresh.get(key) ?? NOTHING)),
  }))
}

const pick = ({ net, committed }: typeof NOTHING) => ({ net, committed })

function deltasOf(before: OrderCount[], next: OrderCount[]): OrderCount[] {
  const old = new Map(before.map((count) => [keyOf(count), count]))
  return next.flatMap((count) => {
    const was = old.get(keyOf(count)) ?? NOTHING
    const net = count.net - was.net
    const committed = count.committed - was.committed
    return net || committed ? [{ ...count, net, committed }] : []
  })
}

async function lockCounts(
  sql: Sql,
  orders: CountedOrder[]
): Promise<Map<string, StoredCounts>> {
  const rows = await sql<{
    id: string
    channel_id: string
    counted: OrderCount[] | null
  }>(
    `SELECT id, channel_id, counted FROM marketplace_channel_order
      WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
      ORDER BY id FOR UPDATE`,
    [JSON.stringify(orders.map(({ id }) => id))]
  )
  return new Map(
    rows.map(({ id, channel_id, counted }) => [
      id,
      { channel_id, counts: counted ?? [] },
    ])
  )
}

/**
 * The first look at a cell has found what was sold before it: in the number for sale, and what
 * was not collected yet among the committed units, which it remembers. An order of that time
 * explains these alone, and is known to be among them while it is not collected. Any other,
 * counted as sold since, would explain what others bought.
 */
function withoutHistory(
  counts: OrderCount[],
  { counts: before }: StoredCounts,
  isHistory: (count: OrderCount) => boolean
): OrderCount[] {
  const counted = new Set(
    before.filter(({ net }) => net !== 0).map((count) => keyOf(count))
  )
  return counts.map((count) =>
    counted.has(keyOf(count)) || !isHistory(count)
      ? count
      : { ...count, net: 0 }
  )
}

const cellOf = (channel_id: string, count: OrderCount) =>
  `${channel_id}\n${keyOf(count)}`

type FirstLook = {
  at: Date
  /** Whether the marketplace tells how many units are committed. */
  tells_committed: boolean
}

/** The first looks at cells of these orders. */
async function readFirstLooks(
  sql: Sql,
  orders: CountedOrder[],
  stored: ReadonlyMap<string, StoredCounts>
): Promise<Map<string, FirstLook>> {
  const skus = orders.flatMap(({ id, counts }) => {
    const channel_id = stored.get(id)?.channel_id
    return channel_id
      ? counts.map(({ external_sku_id }) => ({ channel_id, external_sku_id }))
      : []
  })
  const rows = await sql<
    Pick<OrderCount, "external_sku_id" | "warehouse_external_id"> & {
      channel_id: string
      counted_since: string
      tells_committed: boolean
    }
  >(
    `SELECT listing.channel_id, listing.external_sku_id,
            cell.warehouse_external_id, cell.counted_since,
            cell.seen_committed IS NOT NULL AS tells_committed
       FROM marketplace_listing AS listing
       JOIN marketplace_stock_cell AS cell
         ON cell.listing_id = listing.id AND cell.deleted_at IS NULL
      WHERE listing.deleted_at IS NULL AND cell.counted_since IS NOT NULL
        AND (listing.channel_id, listing.external_sku_id) IN (
          SELECT sku.channel_id, sku.external_sku_id
            FROM jsonb_to_recordset(?::jsonb)
              AS sku(channel_id text, external_sku_id text))`,
    [JSON.stringify(skus)]
  )
  return new Map(
    rows.map((row) => [
      cellOf(row.channel_id, { ...row, net: 0, committed: 0 }),
      {
        at: new Date(row.counted_since),
        tells_committed: row.tells_committed,
      },
    ])
  )
}

async function addDeltas(sql: Sql, deltas: Delta[]): Promise<void> {
  await sql(
    `INSERT INTO marketplace_stock_demand AS demand
       (id, channel_id, external_sku_id, warehouse_external_id, net, committed)
     SELECT 'mpdem_' || replace(gen_random_uuid()::text, '-', ''),
            row.channel_id, row.external_sku_id, row.warehouse_external_id,
            sum(row.net), sum(row.committed)
       FROM jsonb_to_recordset(?::jsonb) AS row(
         channel_id text, external_sku_id text, warehouse_external_id text,
         net int, committed int)
      GROUP BY row.channel_id, row.external_sku_id, row.warehouse_external_id
      ORDER BY row.channel_id, row.external_sku_id, row.warehouse_external_id
     ON CONFLICT (channel_id, external_sku_id, warehouse_external_id)
       WHERE deleted_at IS NULL
     DO UPDATE SET net = demand.net + EXCLUDED.net,
                   committed = demand.committed + EXCLUDED.committed,
                   updated_at = clock_timestamp()`,
    [JSON.stringify(deltas)]
  )
}

async function storeCounts(sql: Sql, orders: Changed[]): Promise<void> {
  await sql(
    `UPDATE marketplace_channel_order AS stored SET counted = row.counts
       FROM jsonb_to_recordset(?::jsonb) AS row(id text, counts jsonb)
      WHERE stored.id = row.id`,
    [JSON.stringify(orders)]
  )
}
