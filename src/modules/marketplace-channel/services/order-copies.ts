import { generateEntityId } from "@medusajs/framework/utils"
import { acceptsCopy } from "../../../domain/orders/version-fence"
import { JsonObject } from "../../../domain/shared/json"
import { Sql, SqlStore } from "../sql-store"

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
}

type Channel = { id: string; display_prefix: string }

/** The newest raw copy of every order, behind the version fence. */
export class OrderCopiesService extends SqlStore {
  /** Stores what is newer than the stored copies, in one transaction. */
  async save(
    channel: Channel,
    copies: OrderCopy[],
    read_started_at: Date
  ): Promise<SavedCopy[]> {
    const newest = lastOfEach(copies)
    return this.transaction(async (sql) => {
      const stored = await lockStored(sql, channel.id, newest)
      const saved = newest.map((copy) =>
        compare(stored.get(copy.external_id), copy, read_started_at)
      )
      const outcomes = new Map(saved.map((item) => [item.external_id, item]))
      const having = (outcome: SavedCopy["outcome"]) =>
        newest.filter((c) => outcomes.get(c.external_id)?.outcome === outcome)
      await update(sql, channel.id, having("changed"), read_started_at)
      await touch(sql, channel.id, having("unchanged"), read_started_at)
      const inserted = await insert(
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

  /** Orders whose newest copy has waited for its consequences since before `moment`. */
  async listUnplanned(
    moment: Date,
    limit: number
  ): Promise<{ id: string; channel_id: string }[]> {
    return this.sql(
      `SELECT id, channel_id FROM marketplace_channel_order
        WHERE planned_hash IS DISTINCT FROM content_hash
          AND deleted_at IS NULL AND updated_at < ?
        ORDER BY updated_at LIMIT ?`,
      [moment.toISOString(), limit]
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
            read_started_at, planned_hash
       FROM marketplace_channel_order
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id IN (SELECT jsonb_array_elements_text(?::jsonb))
      ${suffix}`,
    [channel_id, JSON.stringify(copies.map((copy) => copy.external_id))]
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

async function update(
  sql: Sql,
  channel_id: string,
  copies: OrderCopy[],
  read_started_at: Date
): Promise<void> {
  if (!copies.length) {
    return
  }
  await sql(
    `UPDATE marketplace_channel_order AS stored
        SET raw_status = copy.raw_status, payload = copy.payload,
            content_hash = copy.content_hash, read_started_at = ?,
            external_updated_at = copy.external_updated_at,
            updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS copy(
         external_id text, raw_status text, payload jsonb, content_hash text,
         external_updated_at timestamptz)
      WHERE stored.channel_id = ? AND stored.external_id = copy.external_id
        AND stored.deleted_at IS NULL`,
    [read_started_at.toISOString(), JSON.stringify(copies), channel_id]
  )
}

/** The same content, read later: an older, different copy must not overtake it. */
async function touch(
  sql: Sql,
  channel_id: string,
  copies: OrderCopy[],
  read_started_at: Date
): Promise<void> {
  if (!copies.length) {
    return
  }
  await sql(
    `UPDATE marketplace_channel_order
        SET read_started_at = GREATEST(read_started_at, ?::timestamptz)
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [
      read_started_at.toISOString(),
      channel_id,
      JSON.stringify(copies.map((copy) => copy.external_id)),
    ]
  )
}

async function insert(
  sql: Sql,
  channel: Channel,
  copies: OrderCopy[],
  read_started_at: Date
): Promise<Map<string, string>> {
  if (!copies.length) {
    return new Map()
  }
  const rows = copies.map((copy) => ({
    ...copy,
    id: generateEntityId(undefined, "mpord"),
    display_id: `${channel.display_prefix}-${copy.external_id}`,
    search_text: copy.external_id,
  }))
  const inserted = await sql<{ id: string; external_id: string }>(
    `INSERT INTO marketplace_channel_order
       (id, channel_id, external_id, raw_status, flags, import_state,
        block_reasons, display_id, host_state, payload, content_hash,
        read_started_at, placed_at, external_updated_at, search_text)
     SELECT row.id, ?, row.external_id, row.raw_status, '{}', 'pending',
            '[]'::jsonb, row.display_id, 'none', row.payload, row.content_hash,
            ?, row.placed_at, row.external_updated_at, row.search_text
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, external_id text, raw_status text, display_id text,
         payload jsonb, content_hash text, placed_at timestamptz,
         external_updated_at timestamptz, search_text text)
      ORDER BY row.external_id
     ON CONFLICT (channel_id, external_id) WHERE deleted_at IS NULL DO NOTHING
     RETURNING id, external_id`,
    [channel.id, read_started_at.toISOString(), JSON.stringify(rows)]
  )
  return new Map(inserted.map(({ id, external_id }) => [external_id, id]))
}
