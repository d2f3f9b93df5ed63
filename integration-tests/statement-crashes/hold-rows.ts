import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"

/** A write of one row at which a database keeps its writer waiting. */
export type HeldRow = {
  table: string
  /** Which write: `NEW` is the row. */
  event: "INSERT" | "UPDATE"
  when: string
}

export type HeldWriter = {
  /** Resolves once a writer waits at the row. */
  caught(): Promise<void>
  /** Ends every other session, with what it still wanted to write, and holds nothing any more. */
  drop(): Promise<void>
}

/** Of nobody else. */
const LOCK = 20_270_101

/** Holds whoever is about to write a row, before it is written; all other rows go through. */
export async function holdRow(
  connectionString: string,
  { table, event, when }: HeldRow
): Promise<HeldWriter> {
  const holder = new Client({ connectionString })
  await holder.connect()
  await holder.query(`SELECT pg_advisory_lock(${LOCK})`)
  await holder.query(
    `CREATE OR REPLACE FUNCTION hold_row() RETURNS trigger AS $$
       BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN NEW; END
     $$ LANGUAGE plpgsql`
  )
  await holder.query(
    `CREATE TRIGGER hold_row BEFORE ${event} ON ${table}
       FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION hold_row()`
  )
  return {
    caught: async () => {
      const waiting = `SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted`
      while (!(await holder.query(waiting)).rowCount) {
        await sleep(10)
      }
    },
    drop: async () => {
      await holder.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE datname = current_database()
            AND backend_type = 'client backend' AND pid <> pg_backend_pid()`
      )
      await holder.query(`DROP TRIGGER hold_row ON ${table}`)
      await holder.end()
    },
  }
}
