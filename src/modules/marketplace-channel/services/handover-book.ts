import { generateEntityId } from "@medusajs/framework/utils"
import { HandoverScope } from "../../../domain/parcels/handover-check"
import {
  AddedScan,
  HandoverRow,
  HandoverScanRow,
  NewHandoverScan,
  ParcelKey,
} from "../handover-rows"
import { holderOf, lockOpen } from "../handover-locks"
import { MissingParcels, missingParcels } from "../missing-parcels"
import { SqlStore } from "../sql-store"
import { FoundParcel } from "./packing-table"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const COLUMNS = `id, number, direction, channel_id, carrier, status, note, created_at,
                 created_by, closed_at, closed_by`

const SCAN_COLUMNS = `id, channel_id, parcel_external_id, scanned, ok, code, condition,
                      note, lines, photo_file_ids, at`

/** A scan that still counts on a record. */
const LIVE = "station = 'handover' AND undone_at IS NULL AND deleted_at IS NULL"

/** Handover records and what was scanned for them. */
export class HandoverBookService extends SqlStore {
  async create(
    record: HandoverScope & { created_by: string }
  ): Promise<HandoverRow> {
    const [row] = await this.sql<HandoverRow>(
      `INSERT INTO marketplace_handover (id, direction, channel_id, carrier, created_by)
       VALUES (?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
      [
        generateEntityId(undefined, "mphand"),
        record.direction,
        record.channel_id,
        record.carrier,
        record.created_by,
      ]
    )
    return row
  }

  async find(id: string): Promise<HandoverRow | null> {
    const [row] = await this.sql<HandoverRow>(
      `SELECT ${COLUMNS} FROM marketplace_handover
        WHERE id = ? AND deleted_at IS NULL`,
      [id]
    )
    return row ?? null
  }

  /** How many parcels are on each of these records. */
  async parcelCounts(handover_ids: string[]): Promise<Map<string, number>> {
    const rows = await this.sql<{ handover_id: string; count: number }>(
      `SELECT handover_id, COUNT(*)::int AS count FROM marketplace_scan
        WHERE handover_id = ANY(${ID_LIST}) AND ok AND ${LIVE}
        GROUP BY handover_id`,
      [JSON.stringify(handover_ids)]
    )
    return new Map(rows.map(({ handover_id, count }) => [handover_id, count]))
  }

  /** Scans that were not taken back, the oldest first. */
  async scansOf(handover_id: string): Promise<HandoverScanRow[]> {
    return this.sql(
      `SELECT ${SCAN_COLUMNS} FROM marketplace_scan
        WHERE handover_id = ? AND ${LIVE} ORDER BY at, id`,
      [handover_id]
    )
  }

  /**
   * Puts a scan on an open record. A parcel is on one open record at most: two stations that
   * scan it at once are told so, the one that comes second.
   */
  async addScan(
    handover_id: string,
    scan: NewHandoverScan
  ): Promise<AddedScan> {
    return this.transaction(async (sql) => {
      if (!(await lockOpen(sql, handover_id))) {
        return null
      }
      const holder = scan.ok ? await holderOf(sql, scan) : null
      const code = !holder
        ? scan.code
        : holder.id === handover_id
          ? "already_scanned"
          : "in_other_handover"
      const added = { ok: scan.ok && !holder, code }
      const id = generateEntityId(undefined, "mpscan")
      await sql(
        `INSERT INTO marketplace_scan
           (id, station, handover_id, channel_id, parcel_external_id, scanned, ok,
            code, condition, note, at, actor)
         VALUES (?, 'handover', ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?)`,
        [
          id,
          handover_id,
          scan.channel_id,
          scan.parcel_external_id,
          scan.scanned,
          added.ok,
          added.code,
          scan.condition,
          scan.note,
          scan.actor,
        ]
      )
      return { id, ...added, other_number: holder?.number ?? null }
    })
  }

  /** Changes what is said of a scan; null when it is not on an open record. */
  async updateScan(
    handover_id: string,
    scan_id: string,
    changes: Partial<
      Pick<HandoverScanRow, "condition" | "note" | "lines"> & {
        photo_file_id: string
      }
    >
  ): Promise<HandoverScanRow | null> {
    return this.transaction(async (sql) => {
      if (!(await lockOpen(sql, handover_id))) {
        return null
      }
      const [row] = await sql<HandoverScanRow>(
        `UPDATE marketplace_scan
            SET condition = CASE WHEN ? THEN ? ELSE condition END,
                note = CASE WHEN ? THEN ? ELSE note END,
                lines = CASE WHEN ? THEN ?::jsonb ELSE lines END,
                photo_file_ids = array_cat(photo_file_ids, ${ID_LIST}),
                updated_at = clock_timestamp()
          WHERE id = ? AND handover_id = ? AND ${LIVE}
          RETURNING ${SCAN_COLUMNS}`,
        [
          changes.condition !== undefined,
          changes.condition ?? null,
          changes.note !== undefined,
          changes.note ?? null,
          changes.lines !== undefined,
          changes.lines ? JSON.stringify(changes.lines) : null,
          JSON.stringify(changes.photo_file_id ? [changes.photo_file_id] : []),
          scan_id,
          handover_id,
        ]
      )
      return row ?? null
    })
  }

  /** Takes a scan off an open record. @returns false when it is not on one. */
  async undoScan(handover_id: string, scan_id: string): Promise<boolean> {
    return this.transaction(async (sql) => {
      if (!(await lockOpen(sql, handover_id))) {
        return false
      }
      const rows = await sql(
        `UPDATE marketplace_scan
            SET undone_at = clock_timestamp(), updated_at = clock_timestamp()
          WHERE id = ? AND handover_id = ? AND ${LIVE} RETURNING id`,
        [scan_id, handover_id]
      )
      return rows.length > 0
    })
  }

  /** True once something of the record has been carried out: parcels marked, or goods received. */
  async isBegun(id: string): Promise<boolean> {
    const [{ is_begun }] = await this.sql<{ is_begun: boolean }>(
      `SELECT EXISTS (SELECT FROM marketplace_parcel_mark
                       WHERE handover_id = ? AND deleted_at IS NULL)
           OR EXISTS (SELECT FROM marketplace_receipt
                       WHERE handover_id = ? AND deleted_at IS NULL) AS is_begun`,
      [id, id]
    )
    return is_begun
  }

  /** Sets scans aside that cannot be carried out. */
  async setAside(refused: { id: string; code: string }[]): Promise<void> {
    if (!refused.length) {
      return
    }
    await this.sql(
      `UPDATE marketplace_scan AS scan
          SET ok = false, code = refused.code, updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS refused(id text, code text)
        WHERE scan.id = refused.id`,
      [JSON.stringify(refused)]
    )
  }

  /** A scan that was set aside turned out to be a parcel for its record. */
  async takeIn(scan_id: string, parcel: ParcelKey): Promise<void> {
    await this.sql(
      `UPDATE marketplace_scan
          SET ok = true, code = 'scanned', channel_id = ?, parcel_external_id = ?,
              condition = COALESCE(condition, 'good'), updated_at = clock_timestamp()
        WHERE id = ?`,
      [parcel.channel_id, parcel.parcel_external_id, scan_id]
    )
  }

  /**
   * Closes an open record, unless there is a scan on it that was not carried out yet.
   * @param carried_out ids of scans.
   * @param note put below the record's own; null for none.
   * @returns false when something is left to carry out.
   */
  async close(
    id: string,
    {
      actor,
      carried_out,
      note,
    }: {
      actor: string
      carried_out: string[]
      note: string | null
    }
  ): Promise<boolean> {
    return this.transaction(async (sql) => {
      if (!(await lockOpen(sql, id))) {
        return true
      }
      const [left] = await sql(
        `SELECT id FROM marketplace_scan
          WHERE handover_id = ? AND ok AND ${LIVE} AND id <> ALL(${ID_LIST})
          LIMIT 1`,
        [id, JSON.stringify(carried_out)]
      )
      if (left) {
        return false
      }
      await sql(
        `UPDATE marketplace_handover
            SET status = 'closed', closed_at = clock_timestamp(), closed_by = ?,
                note = NULLIF(concat_ws(E'\\n', note, ?::text), ''),
                updated_at = clock_timestamp()
          WHERE id = ?`,
        [actor, note, id]
      )
      return true
    })
  }

  /** @returns false unless the record is open. */
  async setNote(id: string, note: string | null): Promise<boolean> {
    const rows = await this.sql(
      `UPDATE marketplace_handover
          SET note = ?, updated_at = clock_timestamp()
        WHERE id = ? AND status = 'open' AND deleted_at IS NULL RETURNING id`,
      [note, id]
    )
    return rows.length > 0
  }

  /** Throws an open record away. @returns false unless it is open. */
  async remove(id: string): Promise<boolean> {
    const rows = await this.sql(
      `UPDATE marketplace_handover
          SET deleted_at = clock_timestamp(), updated_at = clock_timestamp()
        WHERE id = ? AND status = 'open' AND deleted_at IS NULL RETURNING id`,
      [id]
    )
    return rows.length > 0
  }

  /** Parcels by their keys; those that are gone are left out. */
  async findParcels(keys: ParcelKey[]): Promise<FoundParcel[]> {
    if (!keys.length) {
      return []
    }
    return this.sql(
      `SELECT parcel.id, parcel.channel_id, parcel.external_id, parcel.order_ids,
              parcel.state, parcel.tracking_number, parcel.carrier
         FROM jsonb_to_recordset(?::jsonb) AS key(channel_id text, parcel_external_id text)
         JOIN marketplace_parcel AS parcel
           ON parcel.channel_id = key.channel_id
          AND parcel.external_id = key.parcel_external_id
          AND parcel.deleted_at IS NULL
        UNION
       SELECT o.id, o.channel_id, o.id, ARRAY[o.id], NULL, NULL, NULL
         FROM jsonb_to_recordset(?::jsonb) AS key(channel_id text, parcel_external_id text)
         JOIN marketplace_channel_order AS o
           ON o.id = key.parcel_external_id AND o.deleted_at IS NULL`,
      [JSON.stringify(keys), JSON.stringify(keys)]
    )
  }

  /** See {@link missingParcels}. */
  async listMissing(
    scope: HandoverScope,
    limit: number
  ): Promise<MissingParcels> {
    return missingParcels(this.sql, scope, limit)
  }
}
