import { LIVE_CLAIM_STATES } from "../../domain/statements/claim"
import { Sql } from "./sql-store"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const LIVE = LIVE_CLAIM_STATES.map((state) => `'${state}'`).join(", ")

/** Scans of an order's parcels. */
const ITS_SCANS = `FROM marketplace_parcel AS parcel
      WHERE parcel.order_ids @> ARRAY[?::text] AND parcel.deleted_at IS NULL
        AND scan.channel_id = parcel.channel_id
        AND scan.parcel_external_id = parcel.external_id
        AND scan.deleted_at IS NULL`

/** Texts that the buyer wrote, and that the shop wrote about an order or its parcels. */
export async function clearTexts(sql: Sql, id: string): Promise<void> {
  await sql(
    `UPDATE marketplace_buyer_request SET reason_text = NULL
      WHERE channel_order_id = ? AND deleted_at IS NULL`,
    [id]
  )
  await sql(
    `UPDATE marketplace_parcel_mark
        SET reason = NULL, undone_reason = NULL, recipient_key = NULL
      WHERE channel_order_id = ? AND deleted_at IS NULL`,
    [id]
  )
  await sql(
    `UPDATE marketplace_receipt SET note = NULL
      WHERE channel_order_id = ? AND deleted_at IS NULL`,
    [id]
  )
  await sql(`UPDATE marketplace_scan AS scan SET note = NULL ${ITS_SCANS}`, [
    id,
  ])
}

/** Photos of its parcels, on which the label may be, and files of their waybills. */
export async function clearFiles(sql: Sql, id: string): Promise<void> {
  const files = await sql<{ id: string }>(
    `SELECT unnest(scan.photo_file_ids) AS id
       FROM marketplace_scan AS scan
       JOIN marketplace_parcel AS parcel
         ON scan.channel_id = parcel.channel_id
        AND scan.parcel_external_id = parcel.external_id
      WHERE parcel.order_ids @> ARRAY[?::text]
        AND parcel.deleted_at IS NULL AND scan.deleted_at IS NULL
      UNION
     SELECT unnest(photo_file_ids) FROM marketplace_receipt
      WHERE channel_order_id = ? AND deleted_at IS NULL
      UNION
     SELECT file.id FROM marketplace_parcel_mark AS mark
       JOIN marketplace_file AS file ON file.run_id = mark.run_id
      WHERE mark.channel_order_id = ?
        AND mark.deleted_at IS NULL AND file.deleted_at IS NULL`,
    [id, id, id]
  )
  await sql(
    `UPDATE marketplace_scan AS scan SET photo_file_ids = '{}' ${ITS_SCANS}`,
    [id]
  )
  await sql(
    `UPDATE marketplace_receipt SET photo_file_ids = '{}'
      WHERE channel_order_id = ? AND deleted_at IS NULL`,
    [id]
  )
  const list = JSON.stringify(files.map((file) => file.id))
  await sql(
    `DELETE FROM marketplace_file_part
      WHERE file_id = ANY(${ID_LIST}) AND deleted_at IS NULL`,
    [list]
  )
  await sql(`DELETE FROM marketplace_file WHERE id = ANY(${ID_LIST})`, [list])
}

/**
 * Of claims that are over, texts and photos; what was asked for, why and how it ended stays. Of
 * what people did about the settlement, their words.
 */
export async function clearEvidence(sql: Sql, id: string): Promise<void> {
  await sql(
    `UPDATE marketplace_settlement_event AS event
        SET params = CASE event.kind WHEN 'reopened' THEN event.params - 'reason'
                     ELSE event.params - 'note' END
       FROM marketplace_settlement AS settlement
      WHERE settlement.channel_order_id = ? AND settlement.id = event.settlement_id
        AND settlement.deleted_at IS NULL AND event.deleted_at IS NULL`,
    [id]
  )
  await sql(
    `UPDATE marketplace_claim AS claim
        SET note = NULL,
            evidence = COALESCE(
              (SELECT jsonb_agg(
                        item
                          || '{"file_ids": []}'
                          || jsonb_build_object('params', item->'params'
                               || CASE WHEN item->'params'->'note' IS NULL
                                       THEN '{}'::jsonb ELSE '{"note": null}' END
                               || CASE WHEN item->'params'->'reason' IS NULL
                                       THEN '{}'::jsonb ELSE '{"reason": null}' END)
                        ORDER BY position)
                 FROM jsonb_array_elements(claim.evidence)
                        WITH ORDINALITY AS one(item, position)), '[]')
       FROM marketplace_settlement AS settlement
      WHERE settlement.channel_order_id = ? AND settlement.id = claim.settlement_id
        AND claim.state NOT IN (${LIVE})
        AND settlement.deleted_at IS NULL AND claim.deleted_at IS NULL`,
    [id]
  )
}

/** What people wrote when they acted on orders. */
export async function clearRuns(sql: Sql, ids: string[]): Promise<void> {
  await sql(
    `UPDATE marketplace_run
        SET params = params #- '{params,note}' #- '{params,reason}'
      WHERE kind = 'order_action' AND deleted_at IS NULL
        AND jsonb_exists_any(params->'ids', ${ID_LIST})`,
    [JSON.stringify(ids)]
  )
}

/** Bodies of messages that name orders; that they came is remembered, to know repeats. */
export async function clearMessages(
  sql: Sql,
  channel_id: string,
  external_ids: string[]
): Promise<void> {
  // One expression reads a body once, however many orders it may name.
  const named = external_ids
    .map((id) => id.replace(/[^\w-]/g, "\\$&"))
    .join("|")
  await sql(
    `UPDATE marketplace_webhook_message SET body = ''
      WHERE (channel_id = ? OR channel_id IS NULL) AND deleted_at IS NULL
        AND body ~ ?`,
    [channel_id, named]
  )
}
