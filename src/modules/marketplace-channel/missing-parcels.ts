import { HandoverScope } from "../../domain/parcels/handover-check"
import { FoundParcel } from "./services/packing-table"
import { Sql } from "./sql-store"

/** Parcels that are missing on a record, as many as were asked for. */
export type MissingParcels = {
  parcels: FoundParcel[]
  /** How many there are in all. */
  count: number
}

/**
 * Parcels within a record's limits that are packed, still in the shop and on no open record,
 * those due first in front.
 */
export async function missingParcels(
  sql: Sql,
  scope: HandoverScope,
  limit: number
): Promise<MissingParcels> {
  const rows = await sql<FoundParcel & { missing_count: number }>(
    `WITH packed AS MATERIALIZED (
         SELECT o.id, o.channel_id, o.status, o.deadline_at
           FROM marketplace_channel_order AS o
          WHERE o.deleted_at IS NULL
            AND (?::text IS NULL OR o.channel_id = ?)
            AND (o.status = 'packed'
              OR (o.status IN ('awaiting_confirmation', 'confirmed', 'packing', 'in_transit')
                AND EXISTS (SELECT FROM marketplace_parcel_mark AS mark
                             WHERE mark.channel_order_id = o.id AND mark.kind = 'packed'
                               AND mark.undone_at IS NULL AND mark.deleted_at IS NULL))))
       SELECT missing.*, count(*) OVER ()::int AS missing_count FROM (
         SELECT DISTINCT ON (COALESCE(parcel.id, packed.id))
                COALESCE(parcel.id, packed.id) AS id, packed.channel_id,
                COALESCE(parcel.external_id, packed.id) AS external_id,
                COALESCE(parcel.order_ids, ARRAY[packed.id]) AS order_ids,
                parcel.state, parcel.tracking_number, parcel.carrier,
                packed.deadline_at
           FROM packed
           LEFT JOIN marketplace_parcel AS parcel
             ON parcel.order_ids @> ARRAY[packed.id] AND parcel.deleted_at IS NULL
          WHERE (parcel.id IS NULL
              OR parcel.state NOT IN ('cancelled', 'collected', 'delivered'))
            AND (?::text IS NULL OR parcel.carrier IS NULL
              OR lower(btrim(parcel.carrier)) = lower(btrim(?)))
            AND (packed.status = 'packed' OR ${hasMark("packed")})
            AND NOT ${hasMark("handed_over")}
            AND NOT EXISTS (
              SELECT FROM marketplace_scan AS scan
                JOIN marketplace_handover AS handover ON handover.id = scan.handover_id
               WHERE scan.channel_id = packed.channel_id
                 AND scan.parcel_external_id = COALESCE(parcel.external_id, packed.id)
                 AND scan.station = 'handover' AND scan.ok
                 AND scan.undone_at IS NULL AND scan.deleted_at IS NULL
                 AND handover.status = 'open' AND handover.deleted_at IS NULL)
       ) AS missing
       ORDER BY deadline_at NULLS LAST, id LIMIT ?`,
    [scope.channel_id, scope.channel_id, scope.carrier, scope.carrier, limit]
  )
  return {
    parcels: rows.map(({ missing_count: _count, ...parcel }) => parcel),
    count: rows[0]?.missing_count ?? 0,
  }
}

function hasMark(kind: "packed" | "handed_over"): string {
  return `EXISTS (
    SELECT FROM marketplace_parcel_mark AS mark
     WHERE mark.channel_order_id = packed.id AND mark.kind = '${kind}'
       AND (mark.parcel_external_id IS NULL
         OR mark.parcel_external_id = parcel.external_id)
       AND mark.undone_at IS NULL AND mark.deleted_at IS NULL)`
}
