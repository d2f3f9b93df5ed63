import { existsSync, rmSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join, resolve } from "node:path"
import { buildAdmin } from "./admin-build.mjs"
import { startChild } from "./child.mjs"
import { startDemoSandbox } from "./demo/sandbox.mjs"
import { runDemo } from "./demo/run.mjs"
import { bareEnv, demoEnv, hostEnv } from "./host-env.mjs"
import { migrate } from "./migrations.mjs"
import { checkoutDir } from "./paths.mjs"
import { choosePort } from "./ports.mjs"
import { openDatabase } from "./shop-database.mjs"

const DEFAULT_PORT = 9000
const DEMO_ADMIN = { email: "admin@example.com", password: "marketplaces" }

/**
 * Starts everything that the mode needs and does the demo's work.
 *
 * @returns `{ url, admin, summary, exited }`; `summary` is null in bare mode,
 *   `exited` resolves with the reason as soon as one part ends unasked
 */
export async function start({ options, progress, cleanup }) {
  const bare = options.mode === "bare"
  const stateDir = await openStateDir(options)
  const log = (name) => join(stateDir, `${name}.log`)
  const port = await choosePort(process.env.PORT, DEFAULT_PORT)
  const url = `http://localhost:${port}`
  const admin = adminUser(bare)

  const database = await progress.step("Starting PostgreSQL", () =>
    openDatabase({ dir: stateDir, fresh: options.fresh, cleanup })
  )
  const sandbox = bare
    ? null
    : await progress.step("Starting the sandbox of TikTok Shop and Tiki", () =>
        startDemoSandbox({
          hostUrl: url,
          logFile: log("sandbox"),
          cleanup,
        })
      )
  const env = hostEnv({
    stateDir,
    databaseUrl: database.url,
    port,
    admin,
    extra: {
      ...(sandbox ? demoEnv({ stateDir, port, sandbox }) : bareEnv(port)),
      ...(options.admin ? {} : { DISABLE_MEDUSA_ADMIN: "true" }),
    },
  })
  await Promise.all([
    progress.step("Bringing the database up to date", () =>
      migrate({
        env,
        stateDir: process.env.DATABASE_URL ? null : stateDir,
        logFile: log("migrations"),
      })
    ),
    options.admin &&
      progress.step("Building the admin", () =>
        buildAdmin({ env, logFile: log("admin-build") })
      ),
  ])
  const host = startChild({
    name: "Medusa",
    script: "serve.ts",
    env,
    logFile: log("medusa"),
  })
  cleanup.add(host.stop)
  await progress.step("Starting Medusa", () => host.ready)

  const exited = Promise.race(
    [host.exited, database.exited, sandbox?.exited].filter(Boolean)
  )
  const summary = sandbox
    ? await orFail(exited, runDemo({ url, admin, sandbox, progress }))
    : null
  return { url, admin, summary, exited, logFile: log("medusa") }
}

async function openStateDir({ mode, fresh }) {
  const dir = process.env.EMBEDDED_POSTGRES_DIR
    ? resolve(process.env.EMBEDDED_POSTGRES_DIR)
    : checkoutDir(mode)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if (fresh && existsSync(join(dir, "migrated"))) {
    rmSync(join(dir, "migrated"))
  }
  return dir
}

function adminUser(bare) {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = process.env
  if (Boolean(ADMIN_EMAIL) !== Boolean(ADMIN_PASSWORD)) {
    throw new Error("ADMIN_EMAIL and ADMIN_PASSWORD go together.")
  }
  if (ADMIN_EMAIL) {
    return { email: ADMIN_EMAIL, password: ADMIN_PASSWORD }
  }
  return bare ? null : DEMO_ADMIN
}

/** The work's result, or the reason why a part that it needs has ended. */
export function orFail(exited, work) {
  return Promise.race([
    work,
    exited.then((reason) => {
      throw reason
    }),
  ])
}
