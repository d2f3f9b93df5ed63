import { BlockReason } from "../../../domain/orders/block-reason"
import { SqlStore } from "../sql-store"
import {
  OrderFilters,
  OrderPage,
  orderConditions,
  orderSorting,
} from "../utils/order-filters"

export type BlockedCause = {
  code: string
  params: Record<string, unknown>
  channel_id: string
  channel_name: string
  currency_code: string | null
  orders: number
  total: number
  listing_id: string | null
}

/** A parcel as the order pages show it. */
export type ParcelRow = {
  id: string
  external_id: string
  /** One of `PARCEL_STATES`. */
  state: string
  status: string | null
  tracking_number: string | null
  carrier: string | null
  order_ids: string[]
  ship_by: Date | null
}

/** Where an order stands, for telling what an action did to it. */
export type OrderState = {
  id: string
  external_id: string
  status: string | null
  import_state: string
  import_rule: string | null
  block_reasons: BlockReason[]
}

/** The order list and its counts, straight from the indexes. */
export class OrderReaderService extends SqlStore {
  /** Ids of a page in order, and how many there are in all. */
  async listIds(
    filters: OrderFilters,
    { limit, offset, order }: OrderPage
  ): Promise<{ ids: string[]; count: number }> {
    const { where, params } = orderConditions(filters)
    const rows = await this.sql<{ id: string }>(
      `SELECT id FROM marketplace_channel_order AS o
        WHERE ${where} ORDER BY ${orderSorting(order)} LIMIT ? OFFSET ?`,
      [...params, limit, offset]
    )
    return { ids: rows.map(({ id }) => id), count: await this.count_(filters) }
  }

  /**
   * How many orders stand in each status and import state, are late soon or wait for their
   * goods too long, under the list's filters.
   */
  async counts(filters: OrderFilters): Promise<{
    by_status: Record<string, number>
    by_import_state: Record<string, number>
    late_soon: number
    overdue_goods: number
  }> {
    const { where, params } = orderConditions(filters)
    const rows = await this.sql<{
      status: string | null
      import_state: string
      count: number
    }>(
      `SELECT status, import_state, COUNT(*)::int AS count
         FROM marketplace_channel_order AS o
        WHERE ${where} GROUP BY status, import_state`,
      params
    )
    const by_status: Record<string, number> = {}
    const by_import_state: Record<string, number> = {}
    for (const { status, import_state, count } of rows) {
      if (status && import_state !== "ignored") {
        by_status[status] = (by_status[status] ?? 0) + count
      }
      by_import_state[import_state] =
        (by_import_state[import_state] ?? 0) + count
    }
    return {
      by_status,
      by_import_state,
      late_soon: await this.count_({ ...filters, late_soon: true }),
      overdue_goods: await this.count_({ ...filters, overdue_goods: true }),
    }
  }

  private async count_(filters: OrderFilters): Promise<number> {
    const { where, params } = orderConditions(filters)
    const [{ count }] = await this.sql<{ count: number }>(
      `SELECT COUNT(*)::int AS count FROM marketplace_channel_order AS o WHERE ${where}`,
      params
    )
    return count
  }

  /** Blocked orders grouped by what has to be done, the most money first. */
  async blockedCauses(channel_ids?: string[]): Promise<BlockedCause[]> {
    const { where, params } = orderConditions({
      import_state: ["blocked"],
      channel_id: channel_ids,
    })
    const rows = await this.sql<BlockedCause & { total: string }>(
      `SELECT reason.code, (array_agg(reason.params))[1] AS params,
              reason.channel_id, channel.name AS channel_name,
              reason.currency_code, COUNT(DISTINCT reason.order_id)::int AS orders,
              SUM(reason.total) AS total, MIN(listing.id) AS listing_id
         FROM (SELECT DISTINCT o.id AS order_id, o.channel_id, o.currency_code, o.total,
                      item->>'code' AS code, item->'params' AS params,
                      COALESCE(item->'params'->>'external_sku_id',
                               item->'params'->>'status',
                               item->'params'->>'warehouse', '') AS subject
                 FROM marketplace_channel_order AS o,
                      jsonb_array_elements(o.block_reasons) AS item
                WHERE ${where}) AS reason
         JOIN marketplace_channel AS channel ON channel.id = reason.channel_id
         LEFT JOIN marketplace_listing AS listing
           ON listing.channel_id = reason.channel_id
          AND listing.external_sku_id = reason.subject
          AND listing.deleted_at IS NULL
        GROUP BY reason.code, reason.subject, reason.channel_id, channel.name,
                 reason.currency_code
        ORDER BY SUM(reason.total) DESC NULLS LAST`,
      params
    )
    return rows.map((row) => ({ ...row, total: Number(row.total ?? 0) }))
  }

  /** The states of these orders of a channel, by external id. */
  async statesOf(
    channel_id: string,
    external_ids: string[]
  ): Promise<Map<string, OrderState>> {
    const rows = await this.sql<OrderState>(
      `SELECT id, external_id, status, import_state, import_rule, block_reasons
         FROM marketplace_channel_order
        WHERE channel_id = ? AND deleted_at IS NULL
          AND external_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
      [channel_id, JSON.stringify(external_ids)]
    )
    return new Map(rows.map((row) => [row.external_id, row]))
  }

  /** Parcels with units of any of these orders. */
  async listParcels(channel_order_ids: string[]): Promise<ParcelRow[]> {
    return this.sql(
      `SELECT id, external_id, state, status, tracking_number, carrier,
              order_ids, ship_by
         FROM marketplace_parcel
        WHERE order_ids && ARRAY(SELECT jsonb_array_elements_text(?::jsonb))
          AND deleted_at IS NULL
        ORDER BY external_id`,
      [JSON.stringify(channel_order_ids)]
    )
  }

  /** Blocked orders of a channel that wait for one of these SKUs. */
  async listWaitingForSkus(
    channel_id: string,
    external_sku_ids: string[]
  ): Promise<{ id: string; external_id: string }[]> {
    return this.sql(
      `SELECT DISTINCT o.id, o.external_id
         FROM marketplace_channel_order AS o
         JOIN marketplace_channel_order_line AS line ON line.channel_order_id = o.id
        WHERE o.channel_id = ? AND o.import_state = 'blocked'
          AND o.deleted_at IS NULL
          AND line.external_sku_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
      [channel_id, JSON.stringify(external_sku_ids)]
    )
  }

  /** Blocked orders of a channel, those planned longest ago first; `limit` null for all. */
  async listBlocked(
    channel_id: string,
    {
      planned_before,
      limit,
    }: { planned_before: Date | null; limit: number | null }
  ): Promise<string[]> {
    const rows = await this.sql<{ external_id: string }>(
      `SELECT external_id FROM marketplace_channel_order
        WHERE channel_id = ? AND import_state = 'blocked'
          AND deleted_at IS NULL
          AND updated_at < COALESCE(?::timestamptz, 'infinity')
        ORDER BY updated_at LIMIT ?::int`,
      [channel_id, planned_before?.toISOString() ?? null, limit]
    )
    return rows.map(({ external_id }) => external_id)
  }

  /** Orders that may still change without their time moving, longest unread first. */
  async listOpen(
    channel_id: string,
    read_before: Date,
    limit: number
  ): Promise<string[]> {
    const rows = await this.sql<{ external_id: string }>(
      `SELECT external_id FROM marketplace_channel_order
        WHERE channel_id = ? AND deleted_at IS NULL
          AND (status IS NULL OR status IN (
            'new', 'awaiting_confirmation', 'confirmed', 'packing', 'packed',
            'awaiting_collection', 'in_transit', 'returning'))
          AND import_state <> 'ignored' AND read_started_at < ?
        ORDER BY read_started_at LIMIT ?`,
      [channel_id, read_before.toISOString(), limit]
    )
    return rows.map(({ external_id }) => external_id)
  }
}
