import { generateEntityId } from "@medusajs/framework/utils"
import { SqlStore } from "../sql-store"

export type PickListStatus = "open" | "finished"

/** A pick list as it is stored. */
export type PickListRow = {
  id: string
  number: number
  order_ids: string[]
  status: PickListStatus
  /** Units fetched so far, by line key. */
  picked: Record<string, number>
  created_at: Date
  created_by: string
  finished_at: Date | null
  finished_by: string | null
}

const COLUMNS = `id, number, order_ids, status, picked, created_at, created_by,
                 finished_at, finished_by`

/** Pick lists and what has been fetched. */
export class PickListRegisterService extends SqlStore {
  /** Makes a list; one whose id exists is given as it is. */
  async create(list: {
    id?: string
    order_ids: string[]
    created_by: string
  }): Promise<PickListRow> {
    const id = list.id ?? generateEntityId(undefined, "mppick")
    await this.sql(
      `INSERT INTO marketplace_pick_list (id, order_ids, picked, created_by)
       VALUES (?, ARRAY(SELECT jsonb_array_elements_text(?::jsonb)), '{}', ?)
       ON CONFLICT (id) DO NOTHING`,
      [id, JSON.stringify(list.order_ids), list.created_by]
    )
    const [row] = await this.sql<PickListRow>(
      `SELECT ${COLUMNS} FROM marketplace_pick_list WHERE id = ?`,
      [id]
    )
    return row
  }

  /** Open lists that orders are on, the newest of each, by order; without the one that is named. */
  async openListsOf(
    order_ids: string[],
    except: string
  ): Promise<Map<string, number>> {
    const rows = await this.sql<{ order_id: string; number: number }>(
      `SELECT member.order_id, MAX(list.number)::int AS number
         FROM marketplace_pick_list AS list
         JOIN LATERAL unnest(list.order_ids) AS member(order_id) ON true
        WHERE list.status = 'open' AND list.deleted_at IS NULL AND list.id <> ?
          AND member.order_id IN (SELECT jsonb_array_elements_text(?::jsonb))
        GROUP BY member.order_id`,
      [except, JSON.stringify(order_ids)]
    )
    return new Map(rows.map(({ order_id, number }) => [order_id, number]))
  }

  /** Notes units fetched for these keys; others stay. @returns null unless it is open. */
  async setPicked(
    id: string,
    picked: Record<string, number>
  ): Promise<PickListRow | null> {
    const [row] = await this.sql<PickListRow>(
      `UPDATE marketplace_pick_list
          SET picked = picked || ?::jsonb, updated_at = clock_timestamp()
        WHERE id = ? AND status = 'open' AND deleted_at IS NULL
        RETURNING ${COLUMNS}`,
      [JSON.stringify(picked), id]
    )
    return row ?? null
  }

  /** Ends a wave; one that has ended keeps its first end. */
  async finish(id: string, actor: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_pick_list
          SET status = 'finished', finished_at = clock_timestamp(),
              finished_by = ?, updated_at = clock_timestamp()
        WHERE id = ? AND status = 'open' AND deleted_at IS NULL`,
      [actor, id]
    )
  }
}
