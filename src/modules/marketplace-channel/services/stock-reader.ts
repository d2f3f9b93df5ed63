import { StockOverride } from "../../../domain/stock/stock-rules"
import {
  RULES_CHANGED,
  STOCK_STATES,
  StockState,
} from "../../../domain/stock/stock-state"
import { WrittenCell } from "../../../domain/stock/undo-push"
import { Lag, readLag } from "../read-stock-lag"
import {
  HeldUnits,
  ItemName,
  readItemNames,
  readReservations,
} from "../read-stock-reservations"
import { readTimeline, TimelineEntry } from "../read-stock-timeline"
import { Sql, SqlStore } from "../sql-store"
import { StockView, StoredCell, StoredStock, toStockView } from "../stock-view"

/** A listing's own rules; null when it has none. */
export type ListingOverride = {
  listing_id: string
  override: StockOverride | null
}

/** Filters of the stock list; every one narrows. */
export type StockFilters = {
  channel_id?: string[]
  state?: string[]
  listing_id?: string[]
  /** Only listings that show another number than they should. */
  behind?: boolean
  /** Part of a name, seller SKU, barcode or marketplace id. */
  q?: string
}

export type StockPage = {
  limit: number
  offset: number
  /** Column name, `-` before it for descending. */
  order?: string
}

export type StockCounts = {
  by_state: Record<StockState, number>
  behind: number
}

const BEHIND_SINCE = "stock.behind_since"

/** The longest behind come first, unless told otherwise; an index has that order. */
const SORTINGS = new Map([
  ["title", "l.title"],
  ["seller_sku", "l.seller_sku"],
  ["state", "stock.state"],
  ["looked_at", "stock.looked_at"],
  ["behind_since", BEHIND_SINCE],
])

const LOOKED_AT = "marketplace_listing_stock AS stock"

const LISTED = `${LOOKED_AT}
  JOIN marketplace_listing AS l ON l.id = stock.listing_id AND l.deleted_at IS NULL`

/** Only a search needs the listing itself to count. */
const countedFrom = ({ q }: StockFilters) => (q ? LISTED : LOOKED_AT)

const VIEWS = `
SELECT l.id AS listing_id, l.channel_id, channel.name AS channel_name,
       channel.settings, channel.warehouses, l.title, l.sku_title, l.seller_sku,
       l.image_url, l.variant_id, l.stock_rules AS override,
       stock.state, stock.reason, stock.behind_since, stock.looked_at,
       COALESCE((
         SELECT jsonb_agg(jsonb_build_object(
                  'warehouse_external_id', cell.warehouse_external_id,
                  'stock_location_id', cell.stock_location_id,
                  'wanted', cell.wanted, 'pushed', cell.pushed, 'pushed_at', cell.pushed_at,
                  'confirmed', cell.confirmed, 'confirmed_at', cell.confirmed_at,
                  'seen', cell.seen, 'seen_at', cell.seen_at,
                  'seen_committed', cell.seen_committed, 'unseen', cell.unseen,
                  'counted_committed', GREATEST(demand.committed, cell.counted_committed),
                  'explanation', cell.explanation)
                ORDER BY cell.warehouse_external_id)
           FROM marketplace_stock_cell AS cell
           LEFT JOIN marketplace_stock_demand AS demand
             ON demand.channel_id = l.channel_id
            AND demand.external_sku_id = l.external_sku_id
            AND demand.warehouse_external_id = cell.warehouse_external_id
            AND demand.deleted_at IS NULL
          WHERE cell.listing_id = l.id AND cell.deleted_at IS NULL), '[]') AS cells
  FROM marketplace_listing AS l
  JOIN marketplace_channel AS channel ON channel.id = l.channel_id
  LEFT JOIN marketplace_listing_stock AS stock
    ON stock.listing_id = l.id AND stock.deleted_at IS NULL
 WHERE l.deleted_at IS NULL
   AND l.id = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`

/** The listings that stock is pushed for. */
const FOLLOWED = `marketplace_listing AS l
  JOIN marketplace_channel AS channel
    ON channel.id = l.channel_id AND channel.deleted_at IS NULL
 WHERE l.deleted_at IS NULL AND l.variant_id IS NOT NULL AND l.fulfilled_by = 'seller'`

/** What people see of the stock of listings, and why it is what it is. */
export class StockReaderService extends SqlStore {
  /** A page of listings that were looked at, and how many there are in all. */
  async list(
    filters: StockFilters,
    { limit, offset, order }: StockPage
  ): Promise<{ stock: StockView[]; count: number }> {
    const { where, params } = conditions(filters)
    const rows = await this.sql<{ id: string }>(
      `SELECT l.id FROM ${LISTED} WHERE ${where}
        ORDER BY ${sorting(order)} LIMIT ? OFFSET ?`,
      [...params, limit, offset]
    )
    const [{ count }] = await this.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${countedFrom(filters)} WHERE ${where}`,
      params
    )
    return { stock: await this.views(rows.map(({ id }) => id)), count }
  }

  /** How many listings stand in each state, under the list's filters; every state is named. */
  async counts(filters: StockFilters): Promise<StockCounts> {
    const { where, params } = conditions(filters)
    const rows = await this.sql<{
      state: StockState
      count: number
      behind: number
    }>(
      `SELECT stock.state, count(*)::int AS count,
              count(stock.behind_since)::int AS behind
         FROM ${countedFrom(filters)} WHERE ${where} GROUP BY stock.state`,
      params
    )
    const of = (state: StockState) =>
      rows.find((row) => row.state === state)?.count ?? 0
    return {
      by_state: Object.fromEntries(
        STOCK_STATES.map((state) => [state, of(state)])
      ) as Record<StockState, number>,
      behind: rows.reduce((sum, row) => sum + row.behind, 0),
    }
  }

  /** Listings by id, in the order of the ids. */
  async views(listing_ids: string[]): Promise<StockView[]> {
    return (await this.stored(listing_ids)).map(toStockView)
  }

  /** One listing, and the last look's sum for each warehouse; null when there is none. */
  async find(
    listing_id: string
  ): Promise<{ view: StockView; cells: StoredCell[] } | null> {
    const [stored] = await this.stored([listing_id])
    return stored ? { view: toStockView(stored), cells: stored.cells } : null
  }

  private async stored(listing_ids: string[]): Promise<StoredStock[]> {
    if (!listing_ids.length) {
      return []
    }
    const rows = await this.sql<StoredStock>(VIEWS, [
      JSON.stringify(listing_ids),
    ])
    const by_id = new Map(rows.map((row) => [row.listing_id, row]))
    return listing_ids.flatMap((id) => by_id.get(id) ?? [])
  }

  /**
   * Which of these listings, or of a channel's, stock is pushed for.
   * @param filters `listing_id` or `channel_id` or both; `skus` are the seller's or the marketplace's.
   */
  async listFollowed(
    filters: { listing_ids?: string[]; channel_id?: string; skus?: string[] },
    limit: number | null = null
  ): Promise<string[]> {
    const where: string[] = []
    const params: unknown[] = []
    if (filters.listing_ids) {
      where.push("l.id IN (SELECT jsonb_array_elements_text(?::jsonb))")
      params.push(JSON.stringify(filters.listing_ids))
    }
    if (filters.channel_id) {
      where.push("l.channel_id = ?")
      params.push(filters.channel_id)
    }
    if (filters.skus) {
      where.push(
        `(l.seller_sku IN (SELECT jsonb_array_elements_text(?::jsonb))
          OR l.external_sku_id IN (SELECT jsonb_array_elements_text(?::jsonb)))`
      )
      params.push(JSON.stringify(filters.skus), JSON.stringify(filters.skus))
    }
    const rows = await this.sql<{ id: string }>(
      `SELECT l.id FROM ${[FOLLOWED, ...where].join(" AND ")}
        ORDER BY l.title, l.external_sku_id LIMIT ?`,
      [...params, limit]
    )
    return rows.map(({ id }) => id)
  }

  /** How long changes took to be seen on the marketplace, over the last hour. */
  lag(channel_ids: string[] | undefined, now: Date): Promise<Lag> {
    return readLag(this.sql, channel_ids, now)
  }

  /** Names of inventory items by id. */
  itemNames(inventory_item_ids: string[]): Promise<ItemName[]> {
    return readItemNames(this.sql, inventory_item_ids)
  }

  /** Live reservations of these items at these locations, the newest first, and how many in all. */
  reservations(
    inventory_item_ids: string[],
    location_ids: string[],
    limit: number
  ): Promise<{ reservations: HeldUnits[]; count: number }> {
    return readReservations(this.sql, inventory_item_ids, location_ids, limit)
  }

  /** Writes of a listing and what was noticed about it, the newest first. */
  timeline(listing_id: string, limit: number): Promise<TimelineEntry[]> {
    return readTimeline(this.sql, listing_id, limit)
  }

  /** Writes of a batch that were, or may have been, taken, with the rules of their listings. */
  batch(batch_id: string): Promise<
    {
      listing_id: string
      cells: WrittenCell[]
    }[]
  > {
    return this.sql(
      `SELECT push.listing_id, push.cells
         FROM marketplace_stock_push AS push
         JOIN marketplace_listing AS listing
           ON listing.id = push.listing_id AND listing.deleted_at IS NULL
        WHERE push.batch_id = ? AND push.deleted_at IS NULL
          AND push.outcome IN ('accepted', 'unknown', 'pending')
        ORDER BY push.listing_id`,
      [batch_id]
    )
  }

  /**
   * Works listings' own rules out anew from those that they have, which nobody else changes
   * meanwhile; their timelines tell of it. Gives the ones that they had.
   * @param actor the user who changes them.
   */
  async changeOverrides(
    listing_ids: string[],
    change: (
      current: StockOverride | null,
      listing_id: string
    ) => StockOverride | null,
    actor: string
  ): Promise<ListingOverride[]> {
    return this.transaction(async (sql) => {
      const listings = await sql<ListingOverride>(
        `SELECT id AS listing_id, stock_rules AS override FROM marketplace_listing
          WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
            AND deleted_at IS NULL
          ORDER BY id FOR UPDATE`,
        [JSON.stringify(listing_ids)]
      )
      return replaceOverrides(
        sql,
        listings.map(({ listing_id, override }) => ({
          listing_id,
          override: change(override, listing_id),
        })),
        actor
      )
    })
  }

  /** Puts rules back that `changeOverrides` gave. */
  async setOverrides(
    overrides: ListingOverride[],
    actor: string
  ): Promise<void> {
    await replaceOverrides(this.sql, overrides, actor)
  }
}

function replaceOverrides(
  sql: Sql,
  overrides: ListingOverride[],
  actor: string
): Promise<ListingOverride[]> {
  return sql(
    `WITH changed AS (
         UPDATE marketplace_listing AS listing
            SET stock_rules = NULLIF(row.override, 'null'::jsonb),
                updated_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb) AS row(listing_id text, override jsonb)
           JOIN marketplace_listing AS before ON before.id = row.listing_id
          WHERE listing.id = row.listing_id
          RETURNING listing.id AS listing_id, listing.channel_id,
                    before.stock_rules AS override, listing.stock_rules AS now
       ), told AS (
         INSERT INTO marketplace_stock_event
           (id, channel_id, listing_id, warehouse_external_id, kind, units, params, actor, at)
         SELECT 'mpsev_' || replace(gen_random_uuid()::text, '-', ''), channel_id, listing_id,
                '', '${RULES_CHANGED}', 0,
                jsonb_build_object('from', override, 'to', now), ?, clock_timestamp()
           FROM changed WHERE override IS DISTINCT FROM now
       )
       SELECT listing_id, override FROM changed`,
    [JSON.stringify(overrides), actor]
  )
}

function conditions(filters: StockFilters): {
  where: string
  params: unknown[]
} {
  const where = ["stock.deleted_at IS NULL"]
  const params: unknown[] = []
  for (const column of ["channel_id", "state", "listing_id"] as const) {
    const values = filters[column]
    if (values) {
      where.push(
        `stock.${column} = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`
      )
      params.push(JSON.stringify(values))
    }
  }
  if (filters.behind !== undefined) {
    where.push(`stock.behind_since IS ${filters.behind ? "NOT " : ""}NULL`)
  }
  if (filters.q) {
    where.push(
      `concat_ws(' ', l.title, l.sku_title, l.seller_sku, l.barcode,
                 l.external_product_id, l.external_sku_id) ILIKE ? ESCAPE '\\'`
    )
    params.push(`%${filters.q.replace(/[\\%_]/g, "\\$&")}%`)
  }
  return { where: where.join(" AND "), params }
}

function sorting(order = "behind_since"): string {
  const descending = order.startsWith("-")
  const column = SORTINGS.get(descending ? order.slice(1) : order)
  return `${column ?? BEHIND_SINCE} ${descending ? "DESC" : "ASC"} NULLS LAST, stock.listing_id`
}
