import {
  PackedUnits,
  ParcelMarkKind,
} from "../../../domain/parcels/parcel-mark"
import { SqlStore } from "../sql-store"
import {
  insertMarks,
  NewParcelMark,
  UndoneMarks,
  undoMarks,
} from "../write-parcel-marks"

export type { NewParcelMark } from "../write-parcel-marks"

/** A live mark as it is stored. */
export type StoredParcelMark = {
  id: string
  channel_order_id: string
  parcel_external_id: string | null
  kind: ParcelMarkKind
  at: Date
  recipient_key: string | null
  contents: PackedUnits[] | null
}

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** What the shop did with parcels, and what it took back. */
export class ParcelMarksService extends SqlStore {
  /**
   * Makes marks, dated now; those that exist stay as they are. Their orders are to be
   * planned anew, by whoever comes first. @returns how many were new.
   */
  async add(marks: NewParcelMark[]): Promise<number> {
    return insertMarks(this.sql, marks)
  }

  /** Live marks by channel order; orders without any are left out. */
  async listOf(
    channel_order_ids: string[]
  ): Promise<Map<string, StoredParcelMark[]>> {
    const rows = await this.sql<StoredParcelMark>(
      `SELECT id, channel_order_id, parcel_external_id, kind, at, recipient_key,
              contents
         FROM marketplace_parcel_mark
        WHERE channel_order_id = ANY(${ID_LIST})
          AND undone_at IS NULL AND deleted_at IS NULL
        ORDER BY at, id`,
      [JSON.stringify(channel_order_ids)]
    )
    const marks = new Map<string, StoredParcelMark[]>()
    for (const row of rows) {
      const known = marks.get(row.channel_order_id) ?? []
      marks.set(row.channel_order_id, [
        ...known,
        { ...row, at: new Date(row.at) },
      ])
    }
    return marks
  }

  /** Takes live marks of one kind back. @returns how many there were. */
  async undo(marks: UndoneMarks): Promise<number> {
    return undoMarks(this.sql, marks)
  }
}
