import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { MedusaError } from "@medusajs/framework/utils"
import { createDatabase } from "../packed-plugin/database"
import { runNode } from "../packed-plugin/run"
import { AdminClient } from "./admin"
import { fetchFrom } from "./fetch-client"

const ROOT = resolve(__dirname, "../..")
const HOST = join(ROOT, "scripts/host")
const ADMIN = { email: "admin@shop.example", password: "a password for tests" }

/** The host with the plugin, as a process of its own that may die at any moment. */
export type KillableHost = {
  /** The same after every start. */
  readonly base_url: string
  readonly database_url: string
  /** Signed in; stays so over every start. */
  readonly admin: AdminClient
  /** Medusa's own admin API, signed in too. */
  readonly core: CoreAdmin
  /** Whether a process of it runs, serving or not yet. */
  lives(): boolean
  /** Starts it on the same database; resolves once it serves, or is killed before it does. */
  start(): Promise<void>
  /**
   * Starts another process on the same database, without the demo's shop. What it gives ends
   * that process as an operator does, and resolves once it is gone.
   */
  startAnother(): Promise<() => Promise<void>>
  /** `kill -9`: not a line of its code runs any more. Resolves once it is gone. */
  kill(): Promise<void>
  /** Ends it, and its database with it. */
  close(): Promise<void>
}

/** Calls `/admin` + `url`; rejects unless it is answered well. */
export type CoreAdmin = (
  method: "GET" | "POST",
  url: string,
  data?: unknown
) => Promise<unknown>

/**
 * Boots `medusa-config.ts` from source with workers, without the admin's pages, on a
 * database of its own with the demo's shop. Everything else comes from this process's
 * environment as it is now, the marketplaces' addresses among it.
 */
export async function openKillableHost(name: string): Promise<KillableHost> {
  const dir = mkdtempSync(join(tmpdir(), "killable-host-"))
  const database = await createDatabase(`${name}_${process.pid}`)
  const port = await freePort()
  const base_url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_WORKER_MODE: "shared",
    DATABASE_URL: database.url,
    PORT: String(port),
    JWT_SECRET: "signs tokens in tests",
    COOKIE_SECRET: "signs cookies in tests",
    MARKETPLACES_PUBLIC_URL: base_url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  }
  let host: ChildProcess | null = null
  const others: ChildProcess[] = []

  const start = async (extra: NodeJS.ProcessEnv = {}) => {
    const log_file = join(dir, "medusa.log")
    host = spawnHost({ ...env, ...extra }, log_file)
    await served(host, log_file)
  }
  const startAnother = async () => {
    const log_file = join(dir, "another.log")
    const another = spawnHost(
      { ...env, PORT: String(await freePort()) },
      log_file
    )
    others.push(another)
    await served(another, log_file)
    return async () => {
      const gone = once(another, "exit")
      another.kill("SIGTERM")
      await gone
    }
  }
  const kill = async () => {
    if (host && host.exitCode === null && host.signalCode === null) {
      const gone = once(host, "exit")
      host.kill("SIGKILL")
      await gone
    }
    host = null
  }
  const close = async () => {
    others.forEach((another) => another.kill("SIGKILL"))
    await kill()
    await database.drop()
    rmSync(dir, { recursive: true, force: true })
  }

  try {
    await migrate(env)
    await start({ SEED_DEMO_SHOP: "true" })
    const admin = await AdminClient.as(fetchFrom(base_url), ADMIN)
    return {
      base_url,
      database_url: database.url,
      admin,
      core: await signInToCore(base_url),
      lives: () => host !== null,
      start: () => start(),
      startAnother,
      kill,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function signInToCore(base_url: string): Promise<CoreAdmin> {
  const http = fetchFrom(base_url)
  const { data } = await http.request({
    method: "POST",
    url: "/auth/user/emailpass",
    data: ADMIN,
  })
  const { token } = data as { token: string }
  return async (method, url, data) => {
    const answer = await http.request({
      method,
      url: `/admin${url}`,
      data,
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.data
  }
}

function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  return runNode([cli, "db:migrate", "--execute-safe-links"], {
    cwd: ROOT,
    env,
  })
}

function spawnHost(env: NodeJS.ProcessEnv, log_file: string): ChildProcess {
  const log = openSync(log_file, "w", 0o600)
  const child = spawn(
    process.execPath,
    ["--require", join(HOST, "register.cjs"), join(HOST, "serve.ts")],
    { cwd: ROOT, env, stdio: ["ignore", log, log, "ipc"] }
  )
  closeSync(log)
  return child
}

/** @throws what it logged, when it ends of itself instead of serving. */
async function served(child: ChildProcess, log_file: string): Promise<void> {
  const told = await new Promise<string>((done) => {
    child.once("message", (message: { type: string }) => done(message.type))
    child.once("exit", () => done("ended"))
  })
  if (told !== "ready" && !child.killed) {
    child.kill("SIGKILL")
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The host did not start:\n${readFileSync(log_file, "utf8").slice(-4000)}`
    )
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once("error", fail)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
