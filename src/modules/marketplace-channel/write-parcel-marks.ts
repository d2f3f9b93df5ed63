import { PackedUnits, ParcelMarkKind } from "../../domain/parcels/parcel-mark"
import { Sql } from "./sql-store"

/** A mark to be made. */
export type NewParcelMark = {
  /** `mpmark_…`, derived from what caused it: the same cause marks once. */
  id: string
  channel_id: string
  channel_order_id: string
  parcel_external_id: string | null
  kind: ParcelMarkKind
  source: "print" | "scan" | "handover" | "hand" | "medusa"
  actor: string
  reason?: string | null
  recipient_key?: string | null
  contents?: PackedUnits[] | null
  run_id?: string | null
  handover_id?: string | null
}

/** Marks of one kind that count for one parcel of these orders, those on whole orders too. */
export type UndoneMarks = {
  channel_order_ids: string[]
  /** Null: only those on whole orders. */
  parcel_external_id: string | null
  kind: ParcelMarkKind
  actor: string
  reason?: string | null
}

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/**
 * Makes marks, dated now; those that exist stay as they are. Their orders are to be planned
 * anew, by whoever comes first. @returns how many were new.
 */
export async function insertMarks(
  sql: Sql,
  marks: NewParcelMark[]
): Promise<number> {
  if (!marks.length) {
    return 0
  }
  const rows = await sql(
    `WITH made AS (
       INSERT INTO marketplace_parcel_mark
         (id, channel_id, channel_order_id, parcel_external_id, kind, at, actor,
          source, reason, recipient_key, contents, run_id, handover_id)
       SELECT row.id, row.channel_id, row.channel_order_id, row.parcel_external_id,
              row.kind, clock_timestamp(), row.actor, row.source, row.reason,
              row.recipient_key, row.contents, row.run_id, row.handover_id
         FROM jsonb_to_recordset(?::jsonb) AS row(
           id text, channel_id text, channel_order_id text, parcel_external_id text,
           kind text, actor text, source text, reason text, recipient_key text,
           contents jsonb, run_id text, handover_id text)
       ON CONFLICT (id) DO NOTHING
       RETURNING id, channel_order_id), ${dueOf("made")}
     SELECT id FROM made`,
    [JSON.stringify(marks)]
  )
  return rows.length
}

/** Takes live marks of one kind back. @returns how many there were. */
export async function undoMarks(sql: Sql, marks: UndoneMarks): Promise<number> {
  const rows = await sql(
    `WITH undone AS (
       UPDATE marketplace_parcel_mark
          SET undone_at = clock_timestamp(), undone_by = ?, undone_reason = ?,
              updated_at = clock_timestamp()
        WHERE channel_order_id = ANY(${ID_LIST}) AND kind = ?
          AND (parcel_external_id IS NULL OR parcel_external_id = ?)
          AND undone_at IS NULL AND deleted_at IS NULL
        RETURNING id, channel_order_id), ${dueOf("undone")}
     SELECT id FROM undone`,
    [
      marks.actor,
      marks.reason ?? null,
      JSON.stringify(marks.channel_order_ids),
      marks.kind,
      marks.parcel_external_id,
    ]
  )
  return rows.length
}

/** Until the orders have followed, they count as not planned: a crash leaves none behind. */
function dueOf(marks: string): string {
  return `due AS (
       UPDATE marketplace_channel_order
          SET planned_hash = NULL, updated_at = clock_timestamp()
        WHERE id IN (SELECT channel_order_id FROM ${marks}))`
}
