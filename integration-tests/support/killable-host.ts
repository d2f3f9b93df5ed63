import { type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createDatabase } from "../packed-plugin/database"
import { AdminClient } from "./admin"
import { fetchFrom } from "./fetch-client"
import {
  ADMIN,
  CoreAdmin,
  endProcess,
  freePort,
  hostEnv,
  migrate,
  served,
  signInToCore,
  spawnHost,
} from "./host-process"

export type { CoreAdmin }

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

/**
 * Boots `medusa-config.ts` from source with workers, without the admin's pages, on a
 * database of its own with the demo's shop. Everything else comes from this process's
 * environment as it is now, the marketplaces' addresses among it.
 */
export async function openKillableHost(name: string): Promise<KillableHost> {
  const dir = mkdtempSync(join(tmpdir(), "killable-host-"))
  const database = await createDatabase(`${name}_${process.pid}`)
  const base_url = `http://localhost:${await freePort()}`
  const env = hostEnv(database.url, base_url)
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
    return () => endProcess(another, "SIGTERM")
  }
  const kill = async () => {
    if (host) {
      await endProcess(host, "SIGKILL")
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
