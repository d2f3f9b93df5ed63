import { NewHandoverScan } from "./handover-rows"
import { Sql } from "./sql-store"

/** Until the transaction ends, the record stays as it is. @returns false unless it is open. */
export async function lockOpen(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql(
    `SELECT id FROM marketplace_handover
      WHERE id = ? AND status = 'open' AND deleted_at IS NULL FOR UPDATE`,
    [id]
  )
  return rows.length > 0
}

/** The open record that has the parcel; until the transaction ends, none takes it. */
export async function holderOf(
  sql: Sql,
  { channel_id, parcel_external_id }: NewHandoverScan
): Promise<{ id: string; number: number } | null> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `marketplaces:handover:${channel_id}:${parcel_external_id}`,
  ])
  const [holder] = await sql<{ id: string; number: number }>(
    `SELECT handover.id, handover.number
       FROM marketplace_scan AS scan
       JOIN marketplace_handover AS handover ON handover.id = scan.handover_id
      WHERE scan.channel_id = ? AND scan.parcel_external_id = ?
        AND scan.station = 'handover' AND scan.ok AND scan.undone_at IS NULL
        AND scan.deleted_at IS NULL
        AND handover.status = 'open' AND handover.deleted_at IS NULL
      LIMIT 1`,
    [channel_id, parcel_external_id]
  )
  return holder ?? null
}
