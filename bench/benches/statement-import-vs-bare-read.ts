import { execFile } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { judgeDueSettlements } from "../../src/workflows/statements/judge-due-settlements"
import { forgetStatements, readBarely } from "../bare-statement-read"
import { Bench, meets } from "../bench"
import { importToTheEnd, keepStatement } from "../import-statement"
import { alternating, median, round, timed } from "../measure"
import { peakGrowth } from "../peak-memory"
import { BenchShop } from "../shop"

const LINES = 100_000
const WARM_UP_LINES = 5_000
const ROUNDS = 3
/** How much the process may grow at most while it imports. */
const MOST_GROWTH_MB = 200

/**
 * A statement of 100,000 lines, from the file store to a statement that people see, against
 * exceljs streaming the same file and the bare inserts of as many rows. Working out what is
 * wrong with its orders comes after it, and is told apart.
 */
export const bench: Bench = {
  title: "A statement of 100,000 lines, beside reading the workbook alone",
  better: "lower",
  goal: 1.5,
  async run(shop, say) {
    const folder = await mkdtemp(join(tmpdir(), "marketplaces-statements-"))
    try {
      const warm_up = await write(folder, WARM_UP_LINES, 0)
      await importFile(shop, warm_up)
      await readBarely(warm_up, "warm_up")
      const comparing = await inSeconds(() =>
        judgeDueSettlements(shop.container)
      )
      say(`${WARM_UP_LINES} orders were compared in ${comparing} s`)
      const files: string[] = []
      for (let seed = 1; seed <= ROUNDS; seed++) {
        files.push(await write(folder, LINES, seed))
      }
      const growth: number[] = []
      const seconds = await alternating(ROUNDS, {
        ours: async (at) => {
          const id = await keepStatement(shop, files[at], files[at])
          let taken = 0
          const bytes = await peakGrowth(async () => {
            taken = await inSeconds(() => importToTheEnd(shop, id))
          })
          growth.push(round(bytes / 2 ** 20, 0))
          await requireWhole(shop, id)
          return taken
        },
        baseline: (at) =>
          inSeconds(async () => {
            const count = await readBarely(files[at], `bench_${at}`)
            if (count !== LINES) {
              throw new Error(`${count} rows were read`)
            }
          }),
      })
      const ours = median(seconds.ours)
      const baseline = median(seconds.baseline)
      say(`ours ${ours} s, a bare read ${baseline} s`)
      const growth_mb = Math.max(...growth)
      say(`the process grew by ${growth_mb} MB at most`)
      return {
        ours,
        baseline,
        unit: "s",
        ok: meets(bench, ours / baseline) && growth_mb <= MOST_GROWTH_MB,
        details: {
          lines: LINES,
          ours_seconds: seconds.ours,
          baseline_seconds: seconds.baseline,
          ours_peak_growth_mb: growth,
          orders_compared: WARM_UP_LINES,
          comparing_seconds: comparing,
        },
      }
    } finally {
      await forgetStatements()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const inSeconds = async (work: () => Promise<unknown>) =>
  round((await timed(work)) / 1000, 3)

async function importFile(shop: BenchShop, path: string): Promise<void> {
  await importToTheEnd(shop, await keepStatement(shop, path, path))
}

/** In a process of its own, whose memory is not counted. */
async function write(
  folder: string,
  lines: number,
  seed: number
): Promise<string> {
  const path = join(folder, `income-${seed}.xlsx`)
  await promisify(execFile)(process.execPath, [
    "--require",
    join(process.cwd(), "scripts/host/register.cjs"),
    join(process.cwd(), "bench/write-statement.ts"),
    path,
    String(lines),
    String(seed),
  ])
  return path
}

async function requireWhole(
  { container }: BenchShop,
  id: string
): Promise<void> {
  const [, count] = await marketplacesOf(
    container
  ).listAndCountMarketplaceStatementLines(
    { statement_id: id, state: null, duplicate_of_id: null },
    { select: ["id"], take: 1 }
  )
  if (count !== LINES) {
    throw new Error(`${count} of ${LINES} lines are there`)
  }
}
