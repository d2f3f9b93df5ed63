import { setTimeout as sleep } from "node:timers/promises"
import { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Sandbox, startSandbox } from "../sandbox"
import { SettledAmounts } from "../src/domain/statements/amounts"
import { StatementNotice } from "../src/domain/statements/file-problem"
import { LINE_STATES } from "../src/domain/statements/line-state"
import { RowRefusal } from "../src/domain/statements/statement-line"
import { SettlementView } from "../src/modules/marketplace-channel/read-settlements"
import { writeByHand } from "../src/workflows/statements/__fixtures__/write-by-hand"
import { judgeDueSettlements } from "../src/workflows/statements/judge-due-settlements"
import { marketplacesOf } from "../src/workflows/marketplaces"
import { FileName, FILES } from "./statements/planted/books"
import {
  placesOf,
  readableSums,
  sheetsOf,
  STATED_TOO_HIGH,
} from "./statements/planted/file-of"
import { Ground, plant } from "./statements/planted/plant"
import { addChannel, putIntoShop } from "./statements/planted/put-into-shop"
import { Market, sum } from "./statements/planted/sold-order"
import { AdminClient } from "./support/admin"
import { Run } from "./support/runs"
import { useSandbox } from "./support/sandbox-env"

/** Of each marketplace. */
const ORDERS = 5_000
const SEED = 20_260_322
const DAY_MS = 86_400_000

type Line = {
  id: string
  sheet: string
  row: number
  state: string | null
  amounts: SettledAmounts | null
  refusals: RowRefusal[] | null
  duplicate_of_id: string | null
}

type Settlement = Pick<
  SettlementView,
  "external_order_id" | "state" | "findings" | "line_count"
>

type Import = {
  statement: {
    status: string
    totals: SettledAmounts
    notices: StatementNotice[]
    counts: Record<string, number>
  }
  /** By sheet and row. */
  lines: Map<string, Line>
}

/** Nothing is asked of it; the providers want an address. */
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  useSandbox(sandbox)
})
afterAll(() => sandbox.close())

medusaIntegrationTestRunner({
  moduleName: "statements_planted",
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer, api }) => {
    describe.each<[Market, number]>([
      ["tiktok-shop", SEED],
      ["tiki", SEED + 1],
    ])(
      `${ORDERS} orders of %s, settled with planted errors`,
      (market, seed) => {
        let ground: Ground
        let imports: Record<FileName, Import | null>
        let settlements: Map<string, Settlement>

        beforeAll(async () => {
          const container = getContainer()
          const admin = await AdminClient.signIn(api, container)
          const now = new Date()
          ground = plant(market, ORDERS, seed, now)
          const own = await addChannel(container, market, "own")
          const other = await addChannel(container, market, "other")
          await putIntoShop(container, ground, { own, other }, now)
          const statement_ids = new Map<FileName, string>()
          for (const file of FILES) {
            if (ground.books.files[file].length) {
              const content = await writeByHand(sheetsOf(ground.books, file))
              statement_ids.set(file, await importFile(admin, own, content))
            }
          }
          await marketplacesOf(container).settlements.addOwed(
            new Date(now.getTime() - 90 * DAY_MS)
          )
          await judgeDueSettlements(container)
          // A later file changes the state of lines of an earlier one.
          imports = { first: null, second: null, totals_only: null }
          for (const [file, id] of statement_ids) {
            imports[file] = await readImport(container, id)
          }
          const rows = await marketplacesOf(
            container
          ).listMarketplaceSettlements(
            { channel_id: own },
            {
              select: ["external_order_id", "state", "findings", "line_count"],
              take: ORDERS * 2,
            }
          )
          settlements = new Map(
            (rows as unknown as Settlement[]).map((one) => [
              one.external_order_id,
              one,
            ])
          )
        }, 600_000)

        const imported = () =>
          FILES.flatMap((file) => {
            const one = imports[file]
            return one ? [{ file, ...one }] : []
          })

        it("finds every planted error, and names it", () => {
          const { books } = ground
          const kinds = new Set(books.planted.map(({ kind }) => kind))
          expect(kinds.size).toBeGreaterThanOrEqual(35)
          const places = new Map(
            FILES.map((file) => [file, placesOf(books, file)])
          )
          const seen = books.planted.map((one) => {
            if ("order_id" in one) {
              const found = settlements.get(one.order_id)
              const { kind, state, findings, amount } = one
              return {
                wanted: { kind, state, findings: [...findings].sort(), amount },
                found: {
                  kind,
                  state: found?.state,
                  findings: (found?.findings ?? [])
                    .map(({ code }) => code)
                    .sort(),
                  amount:
                    amount === undefined
                      ? undefined
                      : sum((found?.findings ?? []).map((each) => each.amount)),
                },
              }
            }
            const place = places.get(one.file)?.get(one.line) ?? ""
            const line = imports[one.file]?.lines.get(place)
            const { kind, state, refusal } = one
            return {
              wanted: { kind, state, refusals: refusal ? [refusal] : [] },
              found: {
                kind,
                state: line?.state,
                refusals: (line?.refusals ?? []).map(({ code }) => code),
              },
            }
          })
          expect(seen.map(({ found }) => found)).toEqual(
            seen.map(({ wanted }) => wanted)
          )
        })

        it("raises at most one false alarm in a thousand orders that are right", () => {
          const { books, orders } = ground
          const wrong = new Set(
            books.planted.flatMap((one) =>
              "order_id" in one ? [one.order_id] : []
            )
          )
          const right = orders.filter(
            ({ external_id }) => !wrong.has(external_id)
          )
          const alarms = right.flatMap(({ external_id, articles, status }) => {
            const one = settlements.get(external_id)
            return one && (one.findings.length > 0 || one.state !== "matched")
              ? [{ ...one, articles, status }]
              : []
          })
          expect(right.length).toBeGreaterThan(ORDERS * 0.9)
          expect(
            right.filter(({ external_id }) => settlements.has(external_id))
              .length
          ).toBeGreaterThan(right.length * 0.95)
          expect(alarms.slice(0, Math.ceil(right.length / 1_000))).toEqual([])

          const planted = new Set(
            books.planted.flatMap((one) => ("line" in one ? [one.line] : []))
          )
          const lines = imported().flatMap(({ file, lines: all }) =>
            [...placesOf(books, file)]
              .filter(
                ([line]) =>
                  !planted.has(line) && !wrong.has(line.order_id ?? "")
              )
              .map(([, place]) => all.get(place))
          )
          expect(
            lines.filter(
              (line) => !["matched", "adjustment"].includes(line?.state ?? "")
            )
          ).toEqual([])
        })

        it("has every line in exactly one bucket, and every sum to the đồng", () => {
          for (const { file, statement, lines } of imported()) {
            const { books } = ground
            expect(lines.size).toBe(books.files[file].length)
            const counts: Record<string, number> = { lines: lines.size }
            for (const { state } of lines.values()) {
              expect(LINE_STATES).toContain(state)
              counts[state ?? ""] = (counts[state ?? ""] ?? 0) + 1
            }
            expect(statement.counts).toEqual(counts)

            const all = [...lines.values()]
            const netOf = (some: Line[]) =>
              sum(some.map(({ amounts }) => amounts?.net ?? 0))
            const duplicates = all.filter(({ state }) => state === "duplicate")
            const refused = all.filter(({ state }) => state === "refused")
            const standing = all.filter(
              ({ state }) => state !== "duplicate" && state !== "refused"
            )
            expect(refused.filter(({ amounts }) => amounts !== null)).toEqual(
              []
            )
            expect(duplicates.filter((one) => !one.duplicate_of_id)).toEqual([])
            expect(statement.totals.net).toBe(netOf(standing))
            expect(netOf(standing) + netOf(duplicates)).toBe(
              readableSums(books, file).net
            )
            for (const part of ["revenue", "fees", "adjustment"] as const) {
              expect(statement.totals[part]).toBe(
                sum(standing.map(({ amounts }) => amounts?.[part] ?? 0))
              )
            }
          }
        })

        it("says where a file states another sum than its rows have", () => {
          for (const { file, statement } of imported()) {
            const differing = statement.notices.filter(
              ({ code }) => code === "totals_differ"
            )
            const is_wrong = market === "tiktok-shop" && file === "second"
            expect(differing).toMatchObject(
              is_wrong
                ? [{ params: { part: "net", difference: -STATED_TOO_HIGH } }]
                : []
            )
          }
        })
      }
    )
  },
})

/** Resolves to the ID of the statement. */
async function importFile(
  admin: AdminClient,
  channel_id: string,
  content: Buffer
): Promise<string> {
  const { status, body } = await admin.upload<{
    run: Run & { statement_id: string }
  }>("/statements", { name: "statement.xlsx", content }, { channel_id })
  expect(status).toBe(202)
  for (;;) {
    const { run } = (await admin.get<{ run: Run }>(`/runs/${body.run.id}`)).body
    if (run.status !== "running") {
      expect(run).toMatchObject({ status: "done", error: null })
      return body.run.statement_id
    }
    await sleep(200)
  }
}

async function readImport(
  container: MedusaContainer,
  id: string
): Promise<Import> {
  const marketplaces = marketplacesOf(container)
  const [statement] = await marketplaces.listMarketplaceStatements({ id })
  const lines = await marketplaces.listMarketplaceStatementLines(
    { statement_id: id },
    {
      select: [
        "id",
        "sheet",
        "row",
        "state",
        "amounts",
        "refusals",
        "duplicate_of_id",
      ],
      take: 100_000,
    }
  )
  return {
    statement: statement as unknown as Import["statement"],
    lines: new Map(
      (lines as unknown as Line[]).map((line) => [
        `${line.sheet} ${line.row}`,
        line,
      ])
    ),
  }
}
