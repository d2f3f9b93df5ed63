import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"

const OTHER_SESSIONS = `
  SELECT pid FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid()
     AND backend_type = 'client backend'`

/** Rows of tables as they once were. */
const KEPT = "simulation_kept"

/** The database of the shop, beside it: what happens here is no part of the shop's process. */
export class ShopDatabase {
  /** Its own session, which nobody cuts. */
  readonly sessions = new WeakSet<object>()
  private readonly client: Client
  private kept: string[] = []

  constructor(private readonly url: string) {
    this.client = new Client({ connectionString: url })
    this.sessions.add(this.client)
  }

  async connect(): Promise<void> {
    await this.client.connect()
  }

  async rows<Row>(sql: string, params?: unknown[]): Promise<Row[]> {
    return (await this.client.query(sql, params)).rows as Row[]
  }

  /** Remembers every row there is, for {@link restore}. */
  async keep(): Promise<void> {
    await this.client.query(
      `DROP SCHEMA IF EXISTS ${KEPT} CASCADE; CREATE SCHEMA ${KEPT}`
    )
    const tables = await this.rows<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`
    )
    this.kept = tables.map(({ name }) => name)
    for (const name of this.kept) {
      await this.client.query(
        `CREATE TABLE ${KEPT}.${name} AS TABLE public.${name}`
      )
    }
  }

  /** Every row is as it was, and no other is there. */
  async restore(): Promise<void> {
    await this.client.query(
      [
        "BEGIN",
        // Keys among the tables are those of the rows that were kept.
        "SET LOCAL session_replication_role = replica",
        ...this.kept.flatMap((name) => [
          `DELETE FROM public.${name}`,
          `INSERT INTO public.${name} SELECT * FROM ${KEPT}.${name}`,
        ]),
        "COMMIT",
      ].join(";")
    )
  }

  /**
   * Ends every other session, with what it had begun.
   * @returns the ids of their processes, which their clients may not have heard of yet.
   */
  async cut(): Promise<string[]> {
    // Waiting for each by itself is what costs time: PostgreSQL looks only ten times a second.
    const [{ ended }] = await this.rows<{ ended: string[] }>(
      `SELECT COALESCE(array_agg(pid::text) FILTER (WHERE pg_terminate_backend(pid)), '{}') AS ended
         FROM (${OTHER_SESSIONS}) AS other`
    )
    let left = ended
    while (left.length) {
      await sleep(1)
      left = (
        await this.rows<{ pid: string }>(
          `SELECT pid::text FROM (${OTHER_SESSIONS}) AS other WHERE pid::text = ANY($1)`,
          [left]
        )
      ).map(({ pid }) => pid)
    }
    return ended
  }

  async close(): Promise<void> {
    await this.client.end()
  }
}
