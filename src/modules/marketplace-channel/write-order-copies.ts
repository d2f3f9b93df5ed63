import { generateEntityId } from "@medusajs/framework/utils"
import { OrderCopy } from "./services/order-copies"
import { Sql } from "./sql-store"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Replaces stored copies by newer ones; `content_hash` is that of the copy as it came. */
export async function updateCopies(
  sql: Sql,
  channel_id: string,
  copies: (OrderCopy & { is_redacted: boolean })[],
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
            payload_redacted_at = CASE WHEN copy.is_redacted THEN clock_timestamp() END,
            updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS copy(
         external_id text, raw_status text, payload jsonb, content_hash text,
         external_updated_at timestamptz, is_redacted boolean)
      WHERE stored.channel_id = ? AND stored.external_id = copy.external_id
        AND stored.deleted_at IS NULL`,
    [read_started_at.toISOString(), JSON.stringify(copies), channel_id]
  )
}

/** The same content, read later: an older, different copy must not overtake it. */
export async function touchCopies(
  sql: Sql,
  channel_id: string,
  external_ids: string[],
  read_started_at: Date
): Promise<void> {
  if (!external_ids.length) {
    return
  }
  await sql(
    `UPDATE marketplace_channel_order
        SET read_started_at = GREATEST(read_started_at, ?::timestamptz)
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_id = ANY(${ID_LIST})`,
    [read_started_at.toISOString(), channel_id, JSON.stringify(external_ids)]
  )
}

/** Stores orders that were never seen. @returns ids by the marketplace's own. */
export async function insertCopies(
  sql: Sql,
  channel: { id: string; display_prefix: string },
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
