import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { cpus, tmpdir, totalmem } from "node:os"
import { join } from "node:path"
import { startChild } from "../child.mjs"
import { migrate } from "../migrations.mjs"
import { freePort } from "../ports.mjs"
import { ensureDatabase } from "../postgres/database.mjs"
import { startPostgres } from "../postgres/server.mjs"
import { runBenches } from "./process.mjs"

const APP = {
  key: "demo_app_key",
  secret: "demo_app_secret",
  service_id: "demo_service_id",
}

/** What a process keeps in memory is told by one that did nothing else. */
const ALONE = ["import_memory"]

/** What happens in the background is measured with it at work, and a database that is durable. */
const AT_WORK = ["stock_calls_vs_full_push", "stock_follow_p95"]

/** What fills the database; nothing else is measured after it. */
const VAST = ["orders_page_vs_sql"]

/** What is acknowledged once it is durable is measured with a database that is. */
const DURABLE = ["scan_p99", "webhook_ack_vs_health"]

/**
 * Measures on a new, empty database and a sandbox of its own, both gone afterwards.
 *
 * @returns `{ machine, results }`
 */
export async function bench({ names, progress, cleanup }) {
  const dir = mkdtempSync(join(tmpdir(), "marketplaces-bench-"))
  cleanup.add(() => rmSync(dir, { recursive: true, force: true }))
  const log = (name) => join(dir, `${name}.log`)
  const port = await freePort()
  const sandbox = await progress.step("Starting the sandbox", () =>
    startSandbox({ port, logFile: log("sandbox"), cleanup })
  )
  const database = databaseIn(dir, cleanup)
  const envOf = async (durable, worker_mode = "server") =>
    benchEnv({
      databaseUrl: await database.open(durable),
      port,
      sandbox,
      worker_mode,
    })
  await progress.step("Making the database", async () =>
    migrate({
      env: await envOf(false),
      stateDir: null,
      logFile: log("migrations"),
    })
  )
  const results = []
  for (const { names: group, durable, worker_mode } of groupsOf(names)) {
    const env = await envOf(durable, worker_mode)
    results.push(
      ...(await progress.step(`Measuring ${group.join(", ")}`, () =>
        runBenches({
          names: group,
          env,
          logFile: log("medusa"),
          say: progress.say,
        })
      ))
    )
  }
  return { machine: machine(), results }
}

/** The database of the run; opening it otherwise than it is restarts it. */
function databaseIn(dir, cleanup) {
  let server = null
  let isDurable = false
  cleanup.add(() => server?.stop())
  return {
    open: async (durable) => {
      if (server === null || isDurable !== durable) {
        await server?.stop()
        server = null
        server = await startPostgres({ dir, durable })
        isDurable = durable
        await ensureDatabase(server.url("bench"))
      }
      return server.url("bench")
    },
  }
}

/** Benches that share a process and a database. */
function groupsOf(names) {
  const apart = [...ALONE, ...DURABLE, ...AT_WORK, ...VAST]
  const together = names.filter((name) => !apart.includes(name))
  const durable = names.filter((name) => DURABLE.includes(name))
  const at_work = names.filter((name) => AT_WORK.includes(name))
  const alone = names.filter((name) => ALONE.includes(name))
  const vast = names.filter((name) => VAST.includes(name))
  return [
    { names: together, durable: false },
    { names: durable, durable: true },
    ...alone.map((name) => ({ names: [name], durable: false })),
    // Late, as it leaves ten thousand listings behind.
    { names: at_work, durable: true, worker_mode: "shared" },
    { names: vast, durable: false },
  ].filter((group) => group.names.length > 0)
}

async function startSandbox({ port, logFile, cleanup }) {
  const child = startChild({
    name: "The sandbox",
    script: "sandbox.ts",
    env: {
      ...process.env,
      SANDBOX_OPTIONS: JSON.stringify({
        tiktok_shop: {
          app: {
            ...APP,
            redirect_url: `http://localhost:${port}/hooks/marketplaces/tiktok-shop/callback`,
          },
          // Checks every call against TikTok's description otherwise, which
          // would be measured along with what is to be measured.
          validate: false,
          quota: { per_second: 1_000_000 },
        },
        tiki: { validate: false, quota: { per_second: 1_000_000 } },
      }),
    },
    logFile,
  })
  cleanup.add(child.stop)
  return child.ready
}

function benchEnv({ databaseUrl, port, sandbox, worker_mode }) {
  const secret = () => randomBytes(24).toString("base64url")
  return {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    MEDUSA_DISABLE_TELEMETRY: "true",
    // Without jobs nothing but what is measured is at work.
    MEDUSA_WORKER_MODE: worker_mode,
    DISABLE_MEDUSA_ADMIN: "true",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    MARKETPLACES_ENCRYPTION_KEY: secret(),
    MARKETPLACES_PUBLIC_URL: `http://localhost:${port}`,
    TIKTOK_SHOP_APP_KEY: APP.key,
    TIKTOK_SHOP_APP_SECRET: APP.secret,
    TIKTOK_SHOP_SERVICE_ID: APP.service_id,
    TIKTOK_SHOP_API_URL: sandbox.url,
    TIKTOK_SHOP_AUTH_URL: sandbox.url,
    TIKTOK_SHOP_CONSENT_URL: `${sandbox.url}/open/authorize`,
    // The plugin's own pacing is not to be measured.
    TIKTOK_SHOP_REQUESTS_PER_SECOND: "1000000",
    TIKI_API_URL: sandbox.url,
    TIKI_REQUESTS_PER_SECOND: "1000000",
  }
}

function machine() {
  const [cpu] = cpus()
  return {
    cpu: cpu?.model ?? "unknown",
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  }
}
