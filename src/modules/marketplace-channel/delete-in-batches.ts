import { Sql } from "./sql-store"

/** Short enough that nobody waits for its locks. */
const BATCH = 1000

/**
 * Deletes rows batch by batch, each in a transaction of its own, until none is due. Rows that
 * somebody else holds are left for the next time.
 * @param due condition on the table's columns, as `one`; an index has to serve it.
 * @returns how many.
 */
export async function deleteInBatches(
  sql: Sql,
  table: string,
  due: string,
  params: unknown[]
): Promise<number> {
  for (let deleted = 0; ;) {
    const rows = await sql(
      `DELETE FROM ${table}
        WHERE id = ANY(ARRAY(
          SELECT one.id FROM ${table} AS one
           WHERE one.deleted_at IS NULL AND ${due}
           LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
       RETURNING id`,
      params
    )
    deleted += rows.length
    if (rows.length < BATCH) {
      return deleted
    }
  }
}
