import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"

/** Writes to one table that a database keeps waiting. */
export type HeldWrites = {
  /** Resolves once a statement with these words waits. */
  caught(words: string): Promise<void>
  /** Lets everything that waits go on. */
  release(): Promise<void>
  /** Ends every other session, with what it still wanted to write, and lets the table go. */
  drop(): Promise<void>
}

/** Holds what is written to a table from now on; reading goes on, and so does `FOR SHARE`. */
export async function holdWrites(
  database_url: string,
  table: string
): Promise<HeldWrites> {
  const holder = await connect(database_url)
  await holder.query("BEGIN")
  await holder.query(`LOCK TABLE "${table}" IN SHARE MODE`)
  const watcher = await connect(database_url)
  return {
    caught: async (words) => {
      const waiting = `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND wait_event_type = 'Lock' AND strpos(query, $1) > 0`
      while (!(await watcher.query(waiting, [words])).rowCount) {
        await sleep(10)
      }
    },
    release: async () => {
      await holder.end()
      await watcher.end()
    },
    drop: async () => {
      await holder.query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE datname = current_database()
            AND backend_type = 'client backend'
            AND pid NOT IN (pg_backend_pid(), $1)`,
        [await pidOf(watcher)]
      )
      await holder.end()
      await watcher.end()
    },
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString })
  await client.connect()
  return client
}

async function pidOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid"
  )
  return rows[0].pid
}
