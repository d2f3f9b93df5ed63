import { LINK_STATES, LinkState } from "../../../domain/listings/diff-listing"
import { SqlStore } from "../sql-store"

/** Filters of the listing list; every one narrows. */
export type ListingFilters = {
  channel_id?: string[]
  link_state?: string[]
  variant_id?: string[]
  /** Part of a name, seller SKU, barcode or marketplace id. */
  q?: string
}

export type ListingPage = {
  limit: number
  offset: number
  /** Column name, `-` before it for descending. */
  order?: string
}

/** A listing, as far as recognising it needs. */
export type MatchableListing = {
  id: string
  channel_id: string
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  barcode: string | null
  title: string
  sku_title: string | null
  attributes: { name: string; value: string }[]
  variant_id: string | null
}

const SORTABLE = new Set([
  "title",
  "seller_sku",
  "price",
  "marketplace_quantity",
  "created_at",
  "updated_at",
])

/** The listing list and its counts, straight from the indexes. */
export class ListingReaderService extends SqlStore {
  /** Ids of a page in order, and how many there are in all. */
  async listIds(
    filters: ListingFilters,
    { limit, offset, order }: ListingPage
  ): Promise<{ ids: string[]; count: number }> {
    const { where, params } = conditions(filters)
    const rows = await this.sql<{ id: string }>(
      `SELECT id FROM marketplace_listing AS l
        WHERE ${where} ORDER BY ${sorting(order)}, l.external_sku_id
        LIMIT ? OFFSET ?`,
      [...params, limit, offset]
    )
    const [{ count }] = await this.sql<{ count: number }>(
      `SELECT COUNT(*)::int AS count FROM marketplace_listing AS l WHERE ${where}`,
      params
    )
    return { ids: rows.map(({ id }) => id), count }
  }

  /** How many listings stand in each link state, under the list's filters; every state is named. */
  async counts(
    filters: ListingFilters
  ): Promise<{ by_link_state: Record<LinkState, number> }> {
    const { where, params } = conditions(filters)
    const rows = await this.sql<{ link_state: LinkState; count: number }>(
      `SELECT link_state, COUNT(*)::int AS count FROM marketplace_listing AS l
        WHERE ${where} GROUP BY link_state`,
      params
    )
    const by_link_state = Object.fromEntries(
      LINK_STATES.map((state) => [state, 0])
    ) as Record<LinkState, number>
    rows.forEach(({ link_state, count }) => {
      by_link_state[link_state] = count
    })
    return { by_link_state }
  }

  /** Everything of a channel that the marketplace still lists. */
  async listMatchable(channel_id: string): Promise<MatchableListing[]> {
    return this.sql(
      `SELECT id, channel_id, external_product_id, external_sku_id, seller_sku,
              barcode, title, sku_title, attributes, variant_id
         FROM marketplace_listing
        WHERE channel_id = ? AND gone_at IS NULL AND deleted_at IS NULL
        ORDER BY external_sku_id`,
      [channel_id]
    )
  }
}

function conditions(filters: ListingFilters): {
  where: string
  params: unknown[]
} {
  const where = ["l.deleted_at IS NULL"]
  const params: unknown[] = []
  for (const column of ["channel_id", "link_state", "variant_id"] as const) {
    const values = filters[column]
    if (values) {
      where.push(`l.${column} IN (SELECT jsonb_array_elements_text(?::jsonb))`)
      params.push(JSON.stringify(values))
    }
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

function sorting(order = "title"): string {
  const descending = order.startsWith("-")
  const column = descending ? order.slice(1) : order
  return `l.${SORTABLE.has(column) ? column : "title"} ${descending ? "DESC" : "ASC"} NULLS LAST`
}
