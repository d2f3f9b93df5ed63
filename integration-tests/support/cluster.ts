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
import { RedisServer, startRedis } from "./redis-server"

/** One process of a shop, `server` or `worker-<number>`. */
export type ClusterProcess = {
  readonly name: string
  readonly pid: number
  readonly log_file: string
  /** `kill -9`. Resolves once it is gone. */
  kill(): Promise<void>
}

/** One server and several workers over one database and one Redis. */
export type Cluster = {
  readonly base_url: string
  readonly database_url: string
  readonly redis: RedisServer
  readonly admin: AdminClient
  readonly core: CoreAdmin
  readonly server: ClusterProcess
  readonly workers: readonly ClusterProcess[]
  close(): Promise<void>
}

/**
 * Boots `medusa-config.ts` from source, with the demo's shop. Each process names itself to
 * PostgreSQL (`application_name`), so that the database can tell who did what. Everything else
 * comes from this process's environment as it is now.
 */
export async function openCluster(
  name: string,
  worker_count: number
): Promise<Cluster> {
  const dir = mkdtempSync(join(tmpdir(), "cluster-"))
  const redis = await startRedis()
  const database = await createDatabase(`${name}_${process.pid}`)
  const base_url = `http://localhost:${await freePort()}`
  const env = { ...hostEnv(database.url, base_url), REDIS_URL: redis.url }
  const running: ClusterProcess[] = []

  const start = async (
    process_name: string,
    extra: NodeJS.ProcessEnv
  ): Promise<ClusterProcess> => {
    const log_file = join(dir, `${process_name}.log`)
    const child = spawnHost(
      { ...env, PGAPPNAME: process_name, ...extra },
      log_file
    )
    const one = {
      name: process_name,
      pid: child.pid ?? 0,
      log_file,
      kill: () => endProcess(child, "SIGKILL"),
    }
    running.push(one)
    await served(child, log_file)
    return one
  }
  const close = async () => {
    await Promise.all(running.map((one) => one.kill()))
    await database.drop()
    await redis.close()
    rmSync(dir, { recursive: true, force: true })
  }

  try {
    await migrate(env)
    const server = await start("server", {
      MEDUSA_WORKER_MODE: "server",
      SEED_DEMO_SHOP: "true",
    })
    const workers = await Promise.all(
      Array.from({ length: worker_count }, async (_, place) =>
        start(`worker-${place + 1}`, {
          MEDUSA_WORKER_MODE: "worker",
          PORT: String(await freePort()),
          ADMIN_EMAIL: undefined,
        })
      )
    )
    return {
      base_url,
      database_url: database.url,
      redis,
      admin: await AdminClient.as(fetchFrom(base_url), ADMIN),
      core: await signInToCore(base_url),
      server,
      workers,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
