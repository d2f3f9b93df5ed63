import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../ports.mjs"
import { postgresAccount, spawnAs } from "./account.mjs"
import { postgresBinaries } from "./binaries.mjs"
import { dataDirArgument, ensureCluster } from "./cluster.mjs"
import { canConnect } from "./database.mjs"
import { clearOrphan } from "./orphan.mjs"
import { takeOwnership } from "./owner.mjs"

/** Nothing survives a power cut: for databases that live as long as a test. */
const FORGETFUL = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "checkpoint_timeout=30min",
  "max_wal_size=4GB",
]

/**
 * Runs PostgreSQL and ends it when its standard input closes, which happens
 * however the parent ends, `kill -9` included.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( cat <&3 >/dev/null; kill -INT $server ) 2>/dev/null &
exec 3<&-
wait $server
`

/**
 * Starts the embedded PostgreSQL on a loopback port.
 *
 * @param options.dir holds the cluster, its password and its log
 * @param options.durable false trades safety for speed (tests)
 * @returns `{ host, port, user, password, url(database), stop(), exited }`;
 *   `exited` resolves with a message when the server ends by itself
 */
export async function startPostgres({ dir, durable = true }) {
  const base = resolve(dir)
  await mkdir(base, { recursive: true, mode: 0o700 })
  const release = await takeOwnership(base)
  try {
    const server = await launch({ base, durable })
    return {
      ...server,
      stop: async () => {
        await server.stop()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Removes the database of `dir`; throws while a process uses it. */
export async function removePostgres(dir) {
  if (!existsSync(dir)) {
    return
  }
  const release = await takeOwnership(dir)
  await clearOrphan(join(dir, "data"))
  for (const name of ["data", "password", "postgres.log"]) {
    await rm(join(dir, name), { recursive: true, force: true })
  }
  await release()
}

async function launch({ base, durable }) {
  const dataDir = join(base, "data")
  const account = postgresAccount()
  const binaries = await postgresBinaries(account)
  const password = await passwordOf(base)
  await clearOrphan(dataDir)
  await ensureCluster({ dataDir, binaries, account, password })
  const port = await freePort("localhost")
  const logFile = join(base, "postgres.log")
  const log = await open(logFile, "w", 0o600)
  const settings = [
    "listen_addresses=localhost",
    "unix_socket_directories=",
    "max_connections=200",
    "log_min_messages=warning",
    ...(durable ? [] : FORGETFUL),
  ].flatMap((setting) => ["-c", setting])
  const child = spawn(
    "/bin/sh",
    [
      "-c",
      GUARD,
      "postgres-guard",
      binaries.postgres,
      "-D",
      dataDirArgument(dataDir),
      "-p",
      String(port),
      ...settings,
    ],
    {
      ...spawnAs(account),
      cwd: dataDir,
      detached: true,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["pipe", log.fd, log.fd],
    }
  )
  child.stdin.on("error", () => {})
  await log.close()
  let stopping = false
  const ended = new Promise((done) => {
    child.on("error", (error) => done(error.message))
    child.on("close", (code) => done(`exit code ${code}`))
  })
  const connection = { host: "localhost", port, user: "postgres", password }
  await untilReady(connection, ended, logFile)
  return {
    ...connection,
    url: (database) =>
      `postgres://postgres:${password}@localhost:${port}/${database}`,
    exited: ended.then(async (how) =>
      stopping
        ? new Promise(() => {})
        : `PostgreSQL ended (${how}).\n${await tail(logFile)}`
    ),
    stop: async () => {
      stopping = true
      child.stdin.end()
      await ended
    },
  }
}

async function passwordOf(base) {
  const file = join(base, "password")
  if (!existsSync(file)) {
    if (existsSync(join(base, "data/ready"))) {
      throw new Error(
        `${base} holds a database whose password file is gone. Remove the directory to start anew.`
      )
    }
    await writeFile(file, randomBytes(18).toString("hex"), { mode: 0o600 })
  }
  return readFile(file, "utf8")
}

async function untilReady(connection, ended, logFile) {
  let how = null
  void ended.then((reason) => (how = reason))
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    if (how !== null) {
      throw new Error(
        `PostgreSQL did not start (${how}).\n${await tail(logFile)}`
      )
    }
    if (await canConnect(connection)) {
      return
    }
    await sleep(50)
  }
  throw new Error(
    `PostgreSQL did not accept connections within a minute.\n${await tail(logFile)}`
  )
}

async function tail(file) {
  const text = await readFile(file, "utf8").catch(() => "")
  return text.split("\n").slice(-20).join("\n")
}
