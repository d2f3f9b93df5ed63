import { ensureDatabase } from "./postgres/database.mjs"
import { removePostgres, startPostgres } from "./postgres/server.mjs"

/**
 * The database of a command: the one of `DATABASE_URL`, or an embedded one.
 *
 * @returns `{ url, exited }`; `exited` resolves only when an embedded one ends unasked
 */
export async function openDatabase({ dir, fresh, cleanup }) {
  if (process.env.DATABASE_URL) {
    if (fresh) {
      throw new Error(
        "--fresh empties only the embedded database; DATABASE_URL names one of your own."
      )
    }
    await ensureDatabase(process.env.DATABASE_URL)
    return { url: process.env.DATABASE_URL, exited: new Promise(() => {}) }
  }
  if (fresh) {
    await removePostgres(dir)
  }
  const server = await startPostgres({ dir })
  cleanup.add(server.stop)
  const url = server.url("medusa")
  await ensureDatabase(url)
  return { url, exited: server.exited }
}
