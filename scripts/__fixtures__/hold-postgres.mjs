import { startPostgres } from "../lib/postgres/server.mjs"

/** Runs the embedded PostgreSQL in the given directory until it is told to stop. */
const server = await startPostgres({ dir: process.argv[2] })
process.send({ url: server.url("postgres") })
process.once("message", async () => {
  await server.stop()
  process.exit(0)
})
