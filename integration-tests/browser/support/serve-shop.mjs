import { join } from "node:path"
import { buildAdmin } from "../../../scripts/lib/admin-build.mjs"
import { startChild } from "../../../scripts/lib/child.mjs"
import { createCleanup } from "../../../scripts/lib/cleanup.mjs"
import { startDemoSandbox } from "../../../scripts/lib/demo/sandbox.mjs"
import { demoEnv, hostEnv } from "../../../scripts/lib/host-env.mjs"
import { migrate } from "../../../scripts/lib/migrations.mjs"
import { freePort } from "../../../scripts/lib/ports.mjs"

/**
 * Serves the demo's shop with its built admin and an empty sandbox, connected to
 * nothing, on the database of `DATABASE_URL`. Logs and secrets go to the directory given.
 * Tells its parent where everything is and ends with it.
 */
const stateDir = process.argv[2]
const log = (name) => join(stateDir, `${name}.log`)
const cleanup = createCleanup(console.error)
/** As the tests' own browser. */
const CHROMIUM = "/usr/bin/chromium"
const admin = { email: "admin@shop.example", password: "a password for tests" }

async function serve() {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const sandbox = await startDemoSandbox({
    hostUrl: url,
    logFile: log("sandbox"),
    cleanup,
    orders: { tiktok_shop: 0, tiki: 0 },
  })
  const env = hostEnv({
    stateDir,
    databaseUrl: process.env.DATABASE_URL,
    port,
    admin,
    extra: {
      ...demoEnv({ stateDir, port, sandbox }),
      // Orders come when a person downloads them, not a moment earlier.
      MARKETPLACES_POLL_INTERVAL_SECONDS: "3600",
      // Prints Tiki's labels, which are web pages.
      MARKETPLACES_BROWSER_PATH: process.env.CHROMIUM_PATH ?? CHROMIUM,
      // The sandbox can bear more than the marketplaces.
      TIKTOK_SHOP_REQUESTS_PER_SECOND: "20",
      TIKI_REQUESTS_PER_SECOND: "20",
    },
  })
  await Promise.all([
    migrate({ env, stateDir: null, logFile: log("migrations") }),
    buildAdmin({ env, logFile: log("admin-build") }),
  ])
  const host = startChild({
    name: "Medusa",
    script: "serve.ts",
    env,
    logFile: log("medusa"),
  })
  cleanup.add(host.stop)
  await host.ready
  return { url, sandbox_url: sandbox.url, admin }
}

async function end(code) {
  await cleanup.run()
  process.exit(code)
}

process.once("disconnect", () => void end(0))
serve().then(
  (shop) => process.send({ shop }),
  (error) => {
    process.send({ failed: error.message })
    void end(1)
  }
)
