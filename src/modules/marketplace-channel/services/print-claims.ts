import { SqlStore } from "../sql-store"

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** Which print job has a parcel: as long as one runs, no other prints its parcels. */
export class PrintClaimsService extends SqlStore {
  /**
   * Takes parcels of orders for a print job, except those that another running one has. What
   * a finished job printed is marked by the time it can be taken: read the marks afterwards.
   * @returns the marketplace's ids of those that the job has now.
   */
  async take(run_id: string, channel_order_ids: string[]): Promise<string[]> {
    const rows = await this.sql<{ external_id: string }>(
      `WITH free AS (
         SELECT parcel.id FROM marketplace_parcel AS parcel
          WHERE parcel.order_ids && ${ID_LIST} AND parcel.deleted_at IS NULL
          ORDER BY parcel.id FOR UPDATE)
       UPDATE marketplace_parcel AS parcel
          SET print_run_id = ?
         FROM free
        WHERE parcel.id = free.id
          AND (parcel.print_run_id IS NULL OR parcel.print_run_id = ?
            OR NOT EXISTS (SELECT FROM marketplace_run AS run
                            WHERE run.id = parcel.print_run_id
                              AND run.status = 'running'
                              AND run.deleted_at IS NULL))
        RETURNING parcel.external_id`,
      [JSON.stringify(channel_order_ids), run_id, run_id]
    )
    return rows.map(({ external_id }) => external_id)
  }

  /** Lets go of parcels that the job does not print after all. */
  async letGo(run_id: string, external_ids: string[]): Promise<void> {
    if (external_ids.length) {
      await this.sql(
        `UPDATE marketplace_parcel SET print_run_id = NULL
          WHERE external_id = ANY(${ID_LIST}) AND print_run_id = ?`,
        [JSON.stringify(external_ids), run_id]
      )
    }
  }
}
