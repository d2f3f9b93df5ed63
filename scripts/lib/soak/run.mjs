import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { root } from "../paths.mjs"
import { startPostgres } from "../postgres/server.mjs"

/**
 * Soaks a shop on a new, empty database that is durable, all gone afterwards.
 *
 * @returns the report of `bench/soak`
 */
export async function soak({ options, progress, cleanup }) {
  const dir = mkdtempSync(join(tmpdir(), "marketplaces-soak-"))
  cleanup.add(() => rmSync(dir, { recursive: true, force: true }))
  const server = await progress.step("Starting PostgreSQL", () =>
    startPostgres({ dir })
  )
  cleanup.add(server.stop)
  return run({
    ...process.env,
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
    SOAK_OPTIONS: JSON.stringify(options),
  })
}

/** What it says on the way goes to standard error. */
async function run(env) {
  const child = spawn(
    process.execPath,
    [
      "--require",
      join(root, "scripts/host/register.cjs"),
      join(root, "bench/soak/main.ts"),
    ],
    { cwd: root, env, stdio: ["ignore", "inherit", "inherit", "ipc"] }
  )
  let report = null
  child.on("message", ({ type, detail }) => {
    if (type === "ready") {
      report = detail
    }
  })
  const how = await new Promise((done) => {
    child.once("error", (error) => done(error.message))
    child.once("exit", (code, signal) => done(signal ?? code))
  })
  if (how !== 0 || report === null) {
    throw new Error(`The soak ended early (${how}).`)
  }
  return report
}
