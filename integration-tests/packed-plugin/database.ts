import { Client } from "pg"

/** Creates an empty database on the tests' PostgreSQL. */
export async function createDatabase(
  name: string
): Promise<{ url: string; drop: () => Promise<void> }> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const user = encodeURIComponent(DB_USERNAME ?? "postgres")
  const password = encodeURIComponent(DB_PASSWORD ?? "")
  const server = `postgres://${user}:${password}@${DB_HOST ?? "localhost"}:${DB_PORT ?? 5432}`
  const query = async (sql: string) => {
    const client = new Client({ connectionString: `${server}/postgres` })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await query(`create database "${name}"`)
  return {
    url: `${server}/${name}`,
    drop: () => query(`drop database if exists "${name}" with (force)`),
  }
}
