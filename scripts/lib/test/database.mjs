import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "../postgres/server.mjs"

/**
 * The PostgreSQL of the tests, as Medusa's test runner wants it: `DB_HOST`,
 * `DB_PORT`, `DB_USERNAME`, `DB_PASSWORD`. What is set already is used;
 * otherwise an embedded server runs for as long as the tests do.
 */
export async function testDatabaseEnv(cleanup) {
  if (process.env.DB_HOST) {
    return {}
  }
  if (process.env.DATABASE_URL) {
    const url = new URL(process.env.DATABASE_URL)
    return connectionEnv({
      host: url.hostname,
      port: url.port || "5432",
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    })
  }
  const dir = mkdtempSync(join(tmpdir(), "marketplaces-test-"))
  cleanup.add(() => rmSync(dir, { recursive: true, force: true }))
  const server = await startPostgres({ dir, durable: false })
  cleanup.add(server.stop)
  return connectionEnv(server)
}

function connectionEnv({ host, port, user, password }) {
  return {
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USERNAME: user,
    DB_PASSWORD: password,
  }
}
