import { acceptsCopy } from "../../../domain/orders/version-fence"
import { JsonObject } from "../../../domain/shared/json"
import { Sql, SqlStore } from "../sql-store"
import { insertCopies, touchCopies, updateCopies } from "../write-order-copies"

/** An order as just read, before anything is decided from it. */
export type OrderCopy = {
  external_id: string
  raw_status: string
  placed_at: Date
  external_updated_at: Date
  payload: JsonObject
  content_hash: string
}

export type SavedCopy = {
  /** The channel order's id; null for an order that is not stored (in a comparison). */
  id: string | null
  external_id: string
  outcome: "new" | "changed" | "unchanged" | "stale"
  /** True while the stored copy's consequences are not complete. */
  needs_planning: boolean
}

type StoredCopy = {
  id: string
  external_id: string
  external_updated_at: Date
  content_hash: string
  read_started_at: Date
  planned_hash: string | null
  erasure_began_at: Date | null
}

/** What stays of a payload without its buyer. */
export type Redact = (payload: JsonObject) => JsonObject

type Channel = { id: string; display_prefix: string }

/** A marketplace may tell of an order a little before it lists it. */
const LISTED_AFTER_MINUTES = 5

/** Read before the rows are looked for, so that the index is used whatever the planner thinks. */
const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const idList = (copies: OrderCopy[]) =>
  JSON.stringify(copies.map(({ external_id }) => external_id))

/** The newest raw copy of every order, behind the version fence. */
export class OrderCopiesService extends SqlStore {
  /**
   * Stores what is newer than the stored copies, in one transaction. Copies that bring
   * nothing new, as most do, are dealt with before it in a single statement.
   * @param redact what is done to a payload before it is stored, once its buyer is to be
   * erased; without it nothing of that is kept.
   */
  async save(
    channel: Channel,
    copies: OrderCopy[],
    read_started_at: Date,
    redact: Redact = () => ({})
  ): Promise<SavedCopy[]> {
    const newest = lastOfEach(copies)
    const same = await touchSame(this.sql, channel.id, newest, read_started_at)
    const known = new Set(same.map(({ external_id }) => external_id))
    const rest = newest.filter(({ external_id }) => !known.has(external_id))
    return rest.length
      ? [
          ...same,
          ...(await this.saveRest_(channel, rest, read_started_at, redact)),
        ]
      : same
  }

  /**
   * How many orders of the channel were placed since `from` and are known for some minutes; no
   * further than `most`.
   */
  async countPlacedSince(
    channel_id: string,
    from: Date,
    most: number
  ): Promise<number> {
    const since = from.toISOString()
    const rows = await this.sql(
      `SELECT id FROM marketplace_channel_order
        WHERE channel_id = ? AND deleted_at IS NULL AND placed_at >= ?
          AND created_at >= ?
          AND created_at < clock_timestamp() - interval '${LISTED_AFTER_MINUTES} minutes'
        LIMIT ?`,
      [channel_id, since, since, most]
    )
    return rows.length
  }

  private saveRest_(
    channel: Channel,
    newest: OrderCopy[],
    read_started_at: Date,
    redact: Redact
  ): Promise<SavedCopy[]> {
    return this.transaction(async (sql) => {
      const stored = await lockStored(sql, channel.id, newest)
      const saved = newest.map((copy) =>
        compare(stored.get(copy.external_id), copy, read_started_at)
      )
      const outcomes = new Map(saved.map((item) => [item.external_id, item]))
      const having = (outcome: SavedCopy["outcome"]) =>
        newest.filter((c) => outcomes.get(c.external_id)?.outcome === outcome)
      const isErased = ({ external_id }: OrderCopy) =>
        Boolean(stored.get(external_id)?.erasure_began_at)
      await updateCopies(
        sql,
        channel.id,
        having("changed").map((copy) => ({
          ...copy,
          payload: isErased(copy) ? redact(copy.payload) : copy.payload,
          is_redacted: isErased(copy),
        })),
        read_started_at
      )
      await touchCopies(
        sql,
        channel.id,
        having("unchanged").map(({ external_id }) => external_id),
        read_started_at
      )
      const inserted = await insertCopies(
        sql,
        channel,
        having("new"),
        read_started_at
      )
      for (const item of saved) {
        if (item.outcome === "new") {
          item.id = inserted.get(item.external_id) ?? null
          item.outcome = item.id ? "new" : "stale"
        }
      }
      return saved
    })
  }

  /** Orders that were asked for and not given count as read: they wait as long as the others. */
  async noteUnlisted(
    channel_id: string,
    external_ids: string[],
    read_started_at: Date
  ): Promise<void> {
    await touchCopies(this.sql, channel_id, external_ids, read_started_at)
  }

  /** What saving would do; writes nothing. */
  async compare(
    channel_id: string,
    copies: OrderCopy[],
    read_started_at: Date
  ): Promise<SavedCopy[]> {
    const newest = lastOfEach(copies)
    const stored = await selectStored(this.sql, channel_id, newest, "")
    return newest.map((copy) =>
      compare(stored.get(copy.external_id), copy, read_started_at)
    )
  }

  /**
   * Orders whose newest copy has waited for its consequences since before `moment`, of
   * connected channels with one of these providers.
   */
  async listUnplanned(
    moment: Date,
    limit: number,
    provider_ids: string[]
  ): Promise<{ id: string; channel_id: string }[]> {
    return this.sql(
      `SELECT id, channel_id FROM marketplace_channel_order
        WHERE planned_hash IS DISTINCT FROM content_hash
          AND deleted_at IS NULL AND updated_at < ?
          AND channel_id IN (
            SELECT id FROM marketplace_channel
             WHERE deleted_at IS NULL
               AND provider_id IN (SELECT jsonb_array_elements_text(?::jsonb)))
        ORDER BY updated_at LIMIT ?`,
      [moment.toISOString(), JSON.stringify(provider_ids), limit]
    )
  }
}

function compare(
  stored: StoredCopy | undefined,
  copy: OrderCopy,
  read_started_at: Date
): SavedCopy {
  const verdict = acceptsCopy(stored ?? null, { ...copy, read_started_at })
  const outcome = verdict === "accept" ? (stored ? "changed" : "new") : verdict
  return {
    id: stored?.id ?? null,
    external_id: copy.external_id,
    outcome,
    needs_planning:
      verdict === "accept" || stored?.planned_hash !== stored?.content_hash,
  }
}

function lastOfEach(copies: OrderCopy[]): OrderCopy[] {
  return [...new Map(copies.map((copy) => [copy.external_id, copy])).values()]
}

/**
 * Marks copies that are stored already as read again; locks in id order.
 * @returns them; the others are not looked at.
 */
async function touchSame(
  sql: Sql,
  channel_id: string,
  copies: OrderCopy[],
  read_started_at: Date
): Promise<SavedCopy[]> {
  const rows = await sql<
    Pick<StoredCopy, "id" | "external_id"> & { needs_planning: boolean }
  >(
    `WITH same AS (
       SELECT stored.id
         FROM marketplace_channel_order AS stored
         JOIN jsonb_to_recordset(?::jsonb) AS copy(
              external_id text, content_hash text, external_updated_at timestamptz)
           ON copy.external_id = stored.external_id
          AND copy.content_hash = stored.content_hash
          AND copy.external_updated_at = stored.external_updated_at
        WHERE stored.channel_id = ? AND stored.deleted_at IS NULL
          AND stored.external_id = ANY(${ID_LIST})
        ORDER BY stored.id
          FOR UPDATE OF stored)
     UPDATE marketplace_channel_order AS stored
        SET read_started_at = GREATEST(stored.read_started_at, ?::timestamptz)
       FROM same
      WHERE stored.id = same.id
      RETURNING stored.id, stored.external_id,
                stored.planned_hash IS DISTINCT FROM stored.content_hash AS needs_planning`,
    [
      JSON.stringify(
        copies.map(({ external_id, content_hash, external_updated_at }) => ({
          external_id,
          content_hash,
          external_updated_at,
        }))
      ),
      channel_id,
      idList(copies),
      read_started_at.toISOString(),
    ]
  )
  return rows.map((row) => ({ ...row, outcome: "unchanged" }))
}

/** Locks in id order, so that two writers never wait for each other in a circle. */
function lockStored(sql: Sql, channel_id: string, copies: OrderCopy[]) {
  return selectStored(sql, channel_id, copies, "ORDER BY id FOR UPDATE")
}

async function selectStored(
  sql: Sql,
  channel_id: string,
  copies: OrderCopy[],
  suffix: string
): Promise<Map<string, StoredCopy>> {
  const rows = await sql<StoredCopy>(
    `SELECT id, external_id, external_updated_at, content_hash,
            read_started_at, planned_hash, erasure_began_at
       FROM marketplace_channel_order
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id = ANY(${ID_LIST})
      ${suffix}`,
    [channel_id, idList(copies)]
  )
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        ...row,
        external_updated_at: new Date(row.external_updated_at),
        read_started_at: new Date(row.read_started_at),
      },
    ])
  )
}
