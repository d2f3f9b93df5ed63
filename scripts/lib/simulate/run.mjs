import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { migrate } from "../migrations.mjs"
import { root } from "../paths.mjs"
import { freePort } from "../ports.mjs"
import { copyDatabase, dropDatabase } from "../postgres/database.mjs"
import { startPostgres } from "../postgres/server.mjs"
import { startWorker } from "./worker.mjs"

/** A history takes a minute or two. One whose work waits for itself ends its shop's part. */
const LONGEST_MS = 20 * 60_000

/**
 * Runs seeds in processes with a Medusa and twins of their own, each on a database that is gone
 * afterwards.
 *
 * @returns `{ report, text }`
 */
export async function simulate({ options, progress, cleanup }) {
  const { seeds, events, json } = options
  const begun = Date.now()
  const dir = mkdtempSync(join(tmpdir(), "marketplaces-simulation-"))
  cleanup.add(() => rmSync(dir, { recursive: true, force: true }))
  const workers = await progress.step("Making the databases", () =>
    makeDatabases(Math.min(options.workers, seeds.length), { dir, cleanup })
  )
  const running = await progress.step("Starting the shops", () =>
    Promise.all(
      workers.map((env, place) =>
        startWorker({ env, logFile: join(dir, `shop-${place}.log`), cleanup })
      )
    )
  )
  const results = []
  const left = [...seeds]
  const end = Date.now() + options.minutes * 60_000
  const next = () => (Date.now() < end ? left.shift() : undefined)
  const work = async (worker) => {
    for (let seed = next(); seed !== undefined; seed = next()) {
      const ended = await endOf(worker.run({ seed, events }))
      const result = ended ?? unended({ seed, events })
      results.push(result)
      progress.say(lineOf(result, results.length, seeds.length))
      if (!ended) {
        return
      }
    }
  }
  await progress.step(`Running ${seeds.length} seeds of ${events} events`, () =>
    Promise.all(running.map(work))
  )
  const { reportOf, reportText } = reports()
  const report = reportOf(results, (Date.now() - begun) / 1000)
  return { report, text: json ? "" : reportText(report) }
}

/** Null for a history that does not end. */
async function endOf(running) {
  const waiting = new AbortController()
  const given_up = sleep(LONGEST_MS, null, waiting)
  try {
    return await Promise.race([running, given_up])
  } finally {
    given_up.catch(() => {})
    waiting.abort()
  }
}

function unended({ seed, events }) {
  const message = `it has not ended after ${LONGEST_MS / 60_000} minutes`
  return {
    seed,
    events,
    orders: 0,
    hits: {},
    kills: 0,
    seconds: LONGEST_MS / 1000,
    broken: [{ invariant: "every_history_ends", message }],
  }
}

/** The first is migrated, the others are its copies. */
async function makeDatabases(count, { dir, cleanup }) {
  const server = await databaseServer({ dir, cleanup })
  const name = (place) => `simulation_${process.pid}_${place}`
  const envs = []
  for (let place = 0; place < count; place++) {
    const url = server.url(name(place))
    await copyDatabase(url, place === 0 ? "template1" : name(0))
    cleanup.add(() => dropDatabase(url))
    const env = workerEnv({ database_url: url, port: await freePort() })
    if (place === 0) {
      await migrate({ env, stateDir: null, logFile: join(dir, "migrate.log") })
    }
    envs.push(env)
  }
  return envs
}

/** The server of `DATABASE_URL` or `DB_*`, or an embedded one. */
async function databaseServer({ dir, cleanup }) {
  const { DATABASE_URL, DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } =
    process.env
  if (!DATABASE_URL && !DB_HOST) {
    const server = await startPostgres({ dir, durable: false })
    cleanup.add(server.stop)
    return server
  }
  const base = new URL(
    DATABASE_URL ?? `postgres://${DB_HOST}:${DB_PORT ?? 5432}/postgres`
  )
  if (!DATABASE_URL) {
    base.username = DB_USERNAME ?? ""
    base.password = DB_PASSWORD ?? ""
  }
  return {
    url: (database) => {
      const url = new URL(base)
      url.pathname = `/${database}`
      return url.href
    },
  }
}

function workerEnv({ database_url, port }) {
  const secret = () => randomBytes(24).toString("base64url")
  return {
    ...process.env,
    NODE_ENV: "production",
    // What goes wrong on purpose is said a hundred times.
    LOG_LEVEL: "fatal",
    MEDUSA_DISABLE_TELEMETRY: "true",
    // The simulation itself is what lets a second pass.
    MEDUSA_WORKER_MODE: "server",
    DISABLE_MEDUSA_ADMIN: "true",
    DATABASE_URL: database_url,
    PORT: String(port),
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
  }
}

/** Pure TypeScript, which this process reads as the workers do. */
function reports() {
  const load = createRequire(import.meta.url)
  load("ts-node").register({ dir: root })
  return load(join(root, "simulation/histories/report.ts"))
}

function lineOf({ seed, orders, kills, seconds, broken }, done, all) {
  const verdict = broken.length
    ? `BROKEN: ${broken[0].invariant}: ${broken[0].message}${broken.length > 1 ? ` (and ${broken.length - 1} more)` : ""}`
    : "as without faults"
  return `  ${done}/${all} seed ${seed}: ${orders} orders, killed ${kills} times, ${seconds.toFixed(1)} s, ${verdict}`
}
