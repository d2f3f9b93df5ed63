import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const START = resolve(__dirname, "../../scripts/start.mjs")

type Summary = {
  channels: { provider_id: string; status: string }[]
  listings: { downloaded: number; linked: number }
  orders: {
    listed: number
    imported: number
    blocked: number
    ignored: number
    by_status: Record<string, number>
  }
  stock: { followed: number; shown: number; by_state: Record<string, number> }
  agrees_with_marketplace: boolean
}

let dir: string
let running: ChildProcess | undefined

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "npm-start-once-"))
})

afterAll(() => {
  running?.kill("SIGKILL")
  rmSync(dir, { recursive: true, force: true })
})

/** Runs the command on the same data directory each time. */
function startOnce(): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  running = spawn(process.execPath, [START, "--once", "--json"], {
    env: { ...env, EMBEDDED_POSTGRES_DIR: dir, PORT: "" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  return running
}

/** Resolves once the command has said `words` on standard error. */
function hasSaid(command: ChildProcess, words: string): Promise<void> {
  let said = ""
  return new Promise((done, fail) => {
    command.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(words)) {
        done()
      }
    })
    command.once("exit", () => fail(new Error(said)))
  })
}

/** What it ends with; fails with all that it said when it does not end well. */
async function summaryOf(command: ChildProcess): Promise<Summary> {
  let stdout = ""
  let stderr = ""
  command.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()))
  command.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(command, "close")) as [number | null]
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({
    code: 0,
    said: "",
  })
  return JSON.parse(stdout) as Summary
}

describe("npm start -- --once --json", () => {
  it("ends the same after being killed in the middle, with no order doubled", async () => {
    const first = startOnce()
    await hasSaid(first, "· Downloading orders")
    first.kill("SIGKILL")
    await once(first, "exit")

    const summary = await summaryOf(startOnce())
    expect(summary.agrees_with_marketplace).toBe(true)
    expect(summary.channels).toEqual([
      expect.objectContaining({
        provider_id: "tiktok-shop",
        status: "connected",
      }),
      expect.objectContaining({ provider_id: "tiki", status: "connected" }),
    ])
    const { listings, orders, stock } = summary
    expect(listings.linked).toBeGreaterThan(0)
    expect(orders.imported).toBeGreaterThan(0)
    expect(orders.blocked).toBeGreaterThan(0)
    expect(orders.imported + orders.blocked + orders.ignored).toBe(
      orders.listed
    )
    expect(stock.shown).toBeGreaterThan(0)
    // One of them is a set, whose number follows its parts'.
    expect(stock.by_state).toEqual({
      even: stock.followed - 1,
      follows_parts: 1,
    })

    expect(await summaryOf(startOnce())).toEqual(summary)
  }, 600_000)
})
