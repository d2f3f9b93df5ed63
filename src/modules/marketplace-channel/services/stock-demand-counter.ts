import { OrderCount } from "../../../domain/stock/count-order"
import { Sql, SqlStore } from "../sql-store"

/** What an order stands for now; all of it replaces what was counted of it before. */
export type CountedOrder = { id: string; counts: OrderCount[] }

export type CountedSku = { channel_id: string; external_sku_id: string }

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
      const deltas: Delta[] = []
      const changed: CountedOrder[] = []
      for (const { id, counts } of orders) {
        const row = stored.get(id)
        if (!row) {
          continue
        }
        const next = merged(row.counts, counts, choose)
        const moved = deltasOf(row.counts, next)
        if (moved.length) {
          changed.push({ id, counts: next.filter(({ net }) => net !== 0) })
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
): Promise<Map<string, { channel_id: string; counts: OrderCount[] }>> {
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

async function storeCounts(sql: Sql, orders: CountedOrder[]): Promise<void> {
  await sql(
    `UPDATE marketplace_channel_order AS stored SET counted = row.counts
       FROM jsonb_to_recordset(?::jsonb) AS row(id text, counts jsonb)
      WHERE stored.id = row.id`,
    [JSON.stringify(orders)]
  )
}
