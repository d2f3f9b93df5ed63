import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "./host-process"

const PROGRAM = process.env.REDIS_SERVER_PATH ?? "redis-server"

/** Ends the server once its standard input closes, which happens however this process ends. */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( cat <&3 >/dev/null; kill -TERM $server ) 2>/dev/null &
exec 3<&-
wait $server
`

/** A Redis of its own on the loopback interface, which keeps nothing on disk. */
export type RedisServer = {
  readonly url: string
  /** What `INFO` says of its memory (bytes). */
  usedMemory(): Promise<number>
  /** It has lost everything, as one that keeps nothing has after a restart. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** Whether this machine has one; `REDIS_SERVER_PATH` names it where it is not on the path. */
export function hasRedisServer(): boolean {
  try {
    execFileSync(PROGRAM, ["--version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** @throws when this machine has none. */
export async function startRedis(): Promise<RedisServer> {
  if (!hasRedisServer()) {
    throw new Error(
      "There is no redis-server on this machine (apt-get install redis-server, or name it with REDIS_SERVER_PATH)."
    )
  }
  const dir = mkdtempSync(join(tmpdir(), "redis-"))
  const port = await freePort()
  const child = spawn(
    "/bin/sh",
    [
      ...["-c", GUARD, "redis-guard", PROGRAM],
      ...["--port", String(port), "--bind", "127.0.0.1", "--dir", dir],
      // What BullMQ asks for: jobs must not be evicted.
      ...[
        "--save",
        "",
        "--appendonly",
        "no",
        "--maxmemory-policy",
        "noeviction",
      ],
    ],
    { detached: true, stdio: ["pipe", "ignore", "ignore"] }
  )
  await answering(port, child)
  return {
    url: `redis://127.0.0.1:${port}`,
    usedMemory: async () => {
      const [, bytes] =
        /used_memory:(\d+)/.exec(await ask(port, "INFO memory")) ?? []
      return Number(bytes)
    },
    empty: async () => {
      await ask(port, "FLUSHALL")
    },
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit")
        child.stdin?.end()
        await gone
      }
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  let failure: Error | null = null
  child.once("error", (error) => (failure = error))
  for (let round = 0; round < 100; round++) {
    if (failure) {
      throw failure
    }
    if (await ask(port, "PING").catch(() => "")) {
      return
    }
    await sleep(50)
  }
  throw new Error("Redis did not answer within five seconds.")
}

/** One command, over a connection of its own. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${command}\r\nQUIT\r\n`)
    )
    let text = ""
    socket.on("data", (data) => (text += data.toString()))
    socket.once("error", fail)
    socket.once("close", () => done(text))
  })
}
