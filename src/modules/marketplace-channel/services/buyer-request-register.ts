import { CopyVersion } from "../../../domain/orders/version-fence"
import { NeutralBuyerRequest } from "../../../domain/returns/buyer-request"
import { Sql, SqlStore } from "../sql-store"
import {
  BuyerRequestFilters,
  buyerRequestConditions,
  buyerRequestSorting,
  REQUEST_TO_ANSWER,
} from "../utils/buyer-request-filters"
import {
  BuyerRequestRow,
  judgeBuyerRequest,
  newestOfEach,
  toBuyerRequestRow,
} from "../utils/buyer-request-row"
import { OVERDUE_REQUEST } from "../utils/overdue-goods"
import {
  insertBuyerRequests,
  lockBuyerRequests,
  ParkedBuyerRequest,
  parkBuyerRequests,
  touchBuyerRequests,
  updateBuyerRequests,
} from "../write-buyer-requests"

export type SavedBuyerRequest = {
  id: string
  external_id: string
  order_external_id: string
  /** Null while the order is not stored. */
  channel_order_id: string | null
  outcome: "new" | "changed" | "unchanged" | "stale"
}

/** No copy hashes to it, so an order whose `planned_hash` says this is still to be planned. */
const TO_BE_PLANNED = "buyer-request"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Buyers' requests: the newest copy of each. */
export class BuyerRequestRegisterService extends SqlStore {
  /**
   * Stores what is newer than the stored copies. In the same transaction the orders of what
   * changed count as unplanned, so that they follow even if nobody comes to it now.
   */
  async save(
    channel_id: string,
    requests: NeutralBuyerRequest[],
    read_started_at: Date
  ): Promise<SavedBuyerRequest[]> {
    const rows = newestOfEach(requests.map(toBuyerRequestRow))
    if (!rows.length) {
      return []
    }
    return this.transaction(async (sql) => {
      const inserted = await insertBuyerRequests(
        sql,
        channel_id,
        rows,
        read_started_at
      )
      const before = await lockBuyerRequests(sql, channel_id, rows)
      const outcomeOf = (row: BuyerRequestRow) => {
        const stored = before.get(row.external_id)
        return !stored || inserted.has(row.external_id)
          ? "new"
          : judgeBuyerRequest(versionOf(stored), row, read_started_at)
      }
      const outcomes = new Map(
        rows.map((row) => [row.external_id, outcomeOf(row)])
      )
      const having = (outcome: SavedBuyerRequest["outcome"]) =>
        rows.filter(({ external_id }) => outcomes.get(external_id) === outcome)
      await updateBuyerRequests(
        sql,
        channel_id,
        having("changed"),
        read_started_at
      )
      await touchBuyerRequests(
        sql,
        channel_id,
        having("unchanged"),
        read_started_at
      )
      const saved = rows.flatMap(({ external_id, order_external_id }) => {
        const stored = before.get(external_id)
        const outcome = outcomes.get(external_id)
        return stored && outcome
          ? {
              id: stored.id,
              external_id,
              order_external_id,
              channel_order_id: stored.channel_order_id,
              outcome,
            }
          : []
      })
      await makeUnplanned(
        sql,
        saved.flatMap(({ outcome, channel_order_id }) =>
          outcome === "new" || outcome === "changed"
            ? (channel_order_id ?? [])
            : []
        )
      )
      return saved
    })
  }

  /** Keeps requests in sight that cannot be understood; see {@link parkBuyerRequests}. */
  async park(
    channel_id: string,
    requests: ParkedBuyerRequest[],
    read_started_at: Date
  ): Promise<void> {
    if (requests.length) {
      await parkBuyerRequests(this.sql, channel_id, requests, read_started_at)
    }
  }

  /**
   * Links requests to orders that were stored after them; those orders count as unplanned.
   * @returns the ids of the orders.
   */
  async link(
    channel_id: string,
    /** Null: every order of the channel. */
    order_external_ids: string[] | null
  ): Promise<string[]> {
    return this.transaction(async (sql) => {
      const rows = await sql<{ channel_order_id: string }>(
        `UPDATE marketplace_buyer_request AS request
            SET channel_order_id = stored.id, updated_at = clock_timestamp()
           FROM marketplace_channel_order AS stored
          WHERE request.channel_id = ? AND request.channel_order_id IS NULL
            AND request.state <> 'not_understood'
            AND request.deleted_at IS NULL
            AND stored.channel_id = request.channel_id
            AND stored.external_id = request.order_external_id
            AND stored.deleted_at IS NULL
            ${order_external_ids ? `AND request.order_external_id = ANY(${ID_LIST})` : ""}
          RETURNING request.channel_order_id`,
        order_external_ids
          ? [channel_id, JSON.stringify(order_external_ids)]
          : [channel_id]
      )
      const ids = [
        ...new Set(rows.map(({ channel_order_id }) => channel_order_id)),
      ]
      await makeUnplanned(sql, ids)
      return ids
    })
  }

  /** Requests of these orders that the seller may answer now. */
  async listAnswerable(channel_order_ids: string[]): Promise<
    {
      channel_order_id: string
      kind: string
      answers: string[]
    }[]
  > {
    return this.sql(
      `SELECT channel_order_id, kind, answers
         FROM marketplace_buyer_request AS request
        WHERE channel_order_id = ANY(${ID_LIST}) AND ${REQUEST_TO_ANSWER}
          AND deleted_at IS NULL
        ORDER BY requested_at, id`,
      [JSON.stringify(channel_order_ids)]
    )
  }

  /** Ids of a page in order, and how many there are in all. */
  async listIds(
    filters: BuyerRequestFilters,
    page: { limit: number; offset: number; order?: string }
  ): Promise<{ ids: string[]; count: number }> {
    const { where, params } = buyerRequestConditions(filters)
    const rows = await this.sql<{ id: string }>(
      `SELECT request.id FROM marketplace_buyer_request AS request
        WHERE ${where} ORDER BY ${buyerRequestSorting(filters, page.order)}
        LIMIT ? OFFSET ?`,
      [...params, page.limit, page.offset]
    )
    const [{ count }] = await this.sql<{ count: number }>(
      `SELECT COUNT(*)::int AS count FROM marketplace_buyer_request AS request
        WHERE ${where}`,
      params
    )
    return { ids: rows.map(({ id }) => id), count }
  }

  /**
   * How many requests stand in each state, how many the seller may answer now, and how many
   * wait for their goods too long.
   */
  async counts(filters: BuyerRequestFilters): Promise<{
    by_state: Record<string, number>
    to_answer: number
    overdue_goods: number
  }> {
    const { where, params } = buyerRequestConditions(filters)
    const rows = await this.sql<{
      state: string
      count: number
      to_answer: number
      overdue: number
    }>(
      `SELECT request.state, COUNT(*)::int AS count,
              COUNT(*) FILTER (WHERE ${REQUEST_TO_ANSWER})::int AS to_answer,
              COUNT(*) FILTER (WHERE ${OVERDUE_REQUEST})::int AS overdue
         FROM marketplace_buyer_request AS request
        WHERE ${where} GROUP BY request.state`,
      params
    )
    return {
      by_state: Object.fromEntries(
        rows.map(({ state, count }) => [state, count])
      ),
      to_answer: rows.reduce((sum, { to_answer }) => sum + to_answer, 0),
      overdue_goods: rows.reduce((sum, { overdue }) => sum + overdue, 0),
    }
  }
}

/** One that waits to be planned is touched, too: somebody may have read it without this. */
async function makeUnplanned(sql: Sql, ids: string[]): Promise<void> {
  if (!ids.length) {
    return
  }
  await sql(
    `UPDATE marketplace_channel_order
        SET planned_hash = CASE WHEN planned_hash IS NOT NULL THEN ? END,
            updated_at = clock_timestamp()
      WHERE id IN (
        SELECT id FROM marketplace_channel_order
         WHERE id = ANY(${ID_LIST}) ORDER BY id FOR UPDATE)`,
    [TO_BE_PLANNED, JSON.stringify([...new Set(ids)])]
  )
}

function versionOf(stored: CopyVersion): CopyVersion {
  return {
    external_updated_at: new Date(stored.external_updated_at),
    content_hash: stored.content_hash,
    read_started_at: new Date(stored.read_started_at),
  }
}
