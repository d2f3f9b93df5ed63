import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { closeSync, openSync, readFileSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { join, resolve } from "node:path"
import { MedusaError } from "@medusajs/framework/utils"
import { runNode } from "../packed-plugin/run"
import { fetchFrom } from "./fetch-client"

const ROOT = resolve(__dirname, "../..")
const HOST = join(ROOT, "scripts/host")

/** The user whom `hostEnv` lets in. */
export const ADMIN = {
  email: "admin@shop.example",
  password: "a password for tests",
}

/** Calls `/admin` + `url`; rejects unless it is answered well. */
export type CoreAdmin = (
  method: "GET" | "POST",
  url: string,
  data?: unknown
) => Promise<unknown>

/** This process's environment as it is now, with what a host needs that serves at `base_url`. */
export function hostEnv(
  database_url: string,
  base_url: string
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_WORKER_MODE: "shared",
    DATABASE_URL: database_url,
    PORT: new URL(base_url).port,
    JWT_SECRET: "signs tokens in tests",
    COOKIE_SECRET: "signs cookies in tests",
    MARKETPLACES_PUBLIC_URL: base_url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  }
}

/** Makes the tables of `medusa-config.ts`. */
export function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  return runNode([cli, "db:migrate", "--execute-safe-links"], {
    cwd: ROOT,
    env,
  })
}

/** Boots `medusa-config.ts` from source as a process of its own; `served` tells when it serves. */
export function spawnHost(
  env: NodeJS.ProcessEnv,
  log_file: string
): ChildProcess {
  const log = openSync(log_file, "w", 0o600)
  const child = spawn(
    process.execPath,
    ["--require", join(HOST, "register.cjs"), join(HOST, "serve.ts")],
    { cwd: ROOT, env, stdio: ["ignore", log, log, "ipc"] }
  )
  closeSync(log)
  return child
}

/**
 * Resolves once it serves, or is killed before it does.
 * @throws what it logged, when it ends of itself instead of serving.
 */
export async function served(
  child: ChildProcess,
  log_file: string
): Promise<void> {
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

/** Ends a process; resolves once it is gone. */
export async function endProcess(
  child: ChildProcess,
  signal: "SIGKILL" | "SIGTERM"
): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "exit")
    child.kill(signal)
    await gone
  }
}

export async function signInToCore(base_url: string): Promise<CoreAdmin> {
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

/** A port of the loopback interface that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once("error", fail)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
