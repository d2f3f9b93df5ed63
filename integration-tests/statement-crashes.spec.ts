import { setTimeout as sleep } from "node:timers/promises"
import { Sandbox, startSandbox } from "../sandbox"
import { SampleLine } from "../src/workflows/statements/__fixtures__/sample-line"
import { tiktokShopSheets } from "../src/workflows/statements/__fixtures__/tiktok-shop-sample"
import { writeByHand } from "../src/workflows/statements/__fixtures__/write-by-hand"
import {
  WHILE_IMPORTING,
  WHILE_UPLOADING,
} from "./statement-crashes/crash-points"
import { HeldRow, holdRow } from "./statement-crashes/hold-rows"
import { ChannelAnswer, connectTikTokShop } from "./support/connect"
import { dieAt } from "./support/die-at"
import { KillableHost, openKillableHost } from "./support/killable-host"
import { finishRun, Run } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"

const LINES = 3_000
/** Of these orders the shop has copies; the others were never downloaded. */
const DOWNLOADED = 20

type Statement = {
  id: string
  status: string
  counts: { lines?: number; [state: string]: number | undefined }
  totals: { revenue?: number; fees?: number; net?: number }
}

type Line = { sheet: string; row: number; state: string | null; net: number }

type Settlement = {
  state: string
  comparing: boolean
  line_count: number
}

/** The host is killed for good here, again and again, while it imports one statement. */
let sandbox: Sandbox
let host: KillableHost
let tiktok: ChannelAnswer
let content: Buffer
let net: number

beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
  host = await openKillableHost("statement_crashes")
  ;[tiktok] = await connectTikTokShop(host.admin, sandbox, host.base_url)
  const orders = sandbox.tiktok.addOrders(
    Array.from({ length: DOWNLOADED }, () => ({
      lines: [{ seller_sku: "CHEN-DO-60" }],
    }))
  )
  await finishRun(host.admin, "/orders/downloads", { channel_ids: [tiktok.id] })
  const lines = linesOf(orders.map(({ id }) => id))
  net = lines.reduce((sum, { revenue, fees }) => {
    const charged = Object.values(fees ?? {}).reduce((all, fee) => all + fee, 0)
    return sum + (revenue ?? 0) + charged
  }, 0)
  content = await writeByHand(tiktokShopSheets(lines))
}, 180_000)

afterAll(async () => {
  await host?.close()
  await sandbox.close()
}, 60_000)

function linesOf(downloaded: string[]): SampleLine[] {
  return Array.from({ length: LINES }, (_, index) => ({
    kind: "sale",
    order_id:
      downloaded[index] ?? `579000000000${String(index).padStart(6, "0")}`,
    ordered_at: new Date("2026-03-02T03:00:00Z"),
    settled_at: new Date("2026-03-12T03:00:00Z"),
    revenue: 100_000 + index,
    fees: { commission: -5_000 },
  }))
}

const upload = () =>
  host.admin.upload<{ run: Run & { statement_id: string } }>(
    "/statements",
    { name: "income.xlsx", content },
    { channel_id: tiktok.id }
  )

async function statements(): Promise<Statement[]> {
  const { body } = await host.admin.get<{ statements: Statement[] }>(
    "/statements"
  )
  return body.statements
}

async function countOf(url: string): Promise<number> {
  const { body } = await host.admin.get<{ count: number }>(url)
  return body.count
}

/** What people see of a statement: all of it, or not a line. */
async function look(id: string) {
  const { body } = await host.admin.get<{ statement: Statement }>(
    `/statements/${id}`
  )
  return {
    status: body.statement.status,
    counted: body.statement.counts.lines ?? 0,
    sum: body.statement.totals.net ?? 0,
    lines: await countOf(`/statements/${id}/lines?limit=1`),
    settlements: await countOf("/settlements?limit=1"),
  }
}

const NOTHING = {
  status: "importing",
  counted: 0,
  sum: 0,
  lines: 0,
  settlements: 0,
}
/** Settlements show as soon as they are compared. */
const everything = () => ({
  status: "done",
  counted: LINES,
  sum: net,
  lines: LINES,
  settlements: expect.any(Number),
})

/** Lets the host live until it stands before a row, looks at it there, and kills it. */
async function dieBefore(
  row: HeldRow,
  live: () => Promise<unknown>,
  seen: (lived: Promise<unknown>) => Promise<void>
): Promise<void> {
  const writer = await holdRow(host.database_url, row)
  const trap = { reached: writer.caught(), clear: writer.drop }
  await dieAt(host, trap, live, seen)
}

describe(`importing a statement of ${LINES} lines`, () => {
  let run: Run & { statement_id: string }

  it("leaves nothing when it is killed during the upload", async () => {
    await dieBefore(WHILE_UPLOADING, upload, async () => {
      expect(await statements()).toEqual([])
    })
    await host.start()
    expect(await statements()).toEqual([])
    expect(await countOf("/settlements?limit=1")).toBe(0)
  })

  it.each(WHILE_IMPORTING)("is killed when $when", async ({ at, sees }) => {
    const begin = async () => {
      const answer = await upload()
      expect(answer.status).toBe(202)
      run = answer.body.run
    }
    const live = async () => {
      await (host.lives() ? undefined : host.start())
      await (run ? undefined : begin())
    }
    await dieBefore(at, live, async (lived) => {
      await lived
      expect(await look(run.statement_id)).toEqual(
        sees === "nothing" ? NOTHING : everything()
      )
    })
  })

  it("is whole in the end, of itself, every line once and compared", async () => {
    await host.start()
    const { admin } = host
    for (;;) {
      const { body } = await admin.get<{ run: Run }>(`/runs/${run.id}`)
      expect(await look(run.statement_id)).toEqual(everything())
      if (body.run.status !== "running") {
        expect(body.run).toMatchObject({ status: "done", error: null })
        break
      }
      await sleep(200)
    }
    const [statement, ...others] = await statements()
    expect(others).toEqual([])
    expect(statement.counts).toEqual({
      lines: LINES,
      over: expect.any(Number),
      not_found: LINES - DOWNLOADED,
    })
    const lines = await all<Line>(
      "lines",
      `/statements/${run.statement_id}/lines`
    )
    const places = new Set(lines.map(({ sheet, row }) => `${sheet} ${row}`))
    expect(lines).toHaveLength(LINES)
    expect(places.size).toBe(LINES)
    expect(lines.filter(({ state }) => state === null)).toEqual([])
    expect(lines.reduce((sum, line) => sum + line.net, 0)).toBe(net)

    const settlements = await all<Settlement>("settlements", "/settlements")
    expect(settlements).toHaveLength(LINES)
    expect(
      settlements.filter(
        ({ comparing, line_count }) => comparing || line_count !== 1
      )
    ).toEqual([])
    expect((await upload()).status).toBe(409)
  })
})

async function all<T>(name: string, url: string): Promise<T[]> {
  const found: T[] = []
  for (;;) {
    const { body } = await host.admin.get<{ [name: string]: T[] }>(
      `${url}?limit=200&offset=${found.length}`
    )
    found.push(...body[name])
    if (body[name].length < 200) {
      return found
    }
  }
}
