import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { Client } from "pg"

const HOLD = resolve(__dirname, "../__fixtures__/hold-postgres.mjs")

let dir: string
let children: ChildProcess[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "embedded-postgres-"))
  children = []
})

afterEach(async () => {
  await Promise.all(children.map(stop))
  rmSync(dir, { recursive: true, force: true })
})

/** Starts PostgreSQL in `dir`; rejects with what was printed when it cannot. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(HOLD, [dir], { silent: true, execArgv: [] })
  children.push(child)
  let printed = ""
  child.stderr?.on("data", (chunk: Buffer) => (printed += chunk.toString()))
  return new Promise((done, fail) => {
    child.once("message", ({ url }: { url: string }) => done({ child, url }))
    child.once("exit", () => fail(new Error(printed)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.send("stop")
    await once(child, "exit")
  }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL")
  await once(child, "exit")
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe("the embedded PostgreSQL", () => {
  it("keeps what was committed when its owner is killed, and starts again", async () => {
    const first = await start()
    await query(first.url, "create table kept as select 7 as number")
    await kill(first.child)
    const second = await start()
    expect(await query(second.url, "select number from kept")).toEqual([
      { number: 7 },
    ])
  }, 60_000)

  it("ends with its owner, however that ends", async () => {
    const { child } = await start()
    const pidFile = join(dir, "data/postmaster.pid")
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0])
    await kill(child)
    await expect(gone(pid)).resolves.toBe(true)
  }, 60_000)

  it("starts over a lock file whose process id now belongs to another program", async () => {
    const { child } = await start()
    const pidFile = join(dir, "data/postmaster.pid")
    const lock = readFileSync(pidFile, "utf8").split("\n")
    await stop(child)
    writeFileSync(pidFile, [String(process.pid), ...lock.slice(1)].join("\n"))
    const { url } = await start()
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }])
  }, 60_000)

  it("refuses a directory that another process uses, and names it", async () => {
    const { child } = await start()
    await expect(start()).rejects.toThrow(`in use by process ${child.pid}`)
  }, 60_000)
})

/** Whether the process disappears within ten seconds. */
async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 100; waited++) {
    if (!isRunning(pid)) {
      return true
    }
    await new Promise((wake) => setTimeout(wake, 100))
  }
  return false
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}
