import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { WaybillFiles } from "../../src/workflows/waybills/waybill-files"
import { Bench, meets } from "../bench"
import { alternating, median, round, timed } from "../measure"
import { mergeBarely } from "../merge-barely"
import { BenchShop } from "../shop"
import { drawWaybills } from "../waybills"

const WAYBILLS = 500
const ROUNDS = 5

/**
 * 500 waybills become one PDF that is stored where it is served from, against a bare merge of
 * the same files in memory: seconds, and by how much a process of its own grows at most. Our
 * memory has to stay below that of the bare merge as well.
 */
export const bench: Bench = {
  title: "500 waybills into one file, beside merging them barely",
  better: "lower",
  goal: 1.5,
  async run(shop, say) {
    const waybills = await drawWaybills(WAYBILLS)
    const bytes = waybills.reduce((sum, { length }) => sum + length, 0)
    say(`${WAYBILLS} waybills of ${mb(bytes)} MB`)
    const peak = await peaks(waybills)
    say(`ours at most ${peak.ours} MB more, a bare merge ${peak.baseline} MB`)
    const seconds = await alternating(ROUNDS, {
      ours: () => inSeconds(() => mergeAndStore(shop, waybills)),
      baseline: () => inSeconds(() => mergeBarely(waybills)),
    })
    const ours = median(seconds.ours)
    const baseline = median(seconds.baseline)
    say(`ours ${ours} s, a bare merge ${baseline} s`)
    return {
      ours,
      baseline,
      unit: "s",
      ok: meets(bench, ours / baseline) && peak.ours <= peak.baseline,
      details: {
        waybills_mb: mb(bytes),
        ours_peak_growth_mb: peak.ours,
        baseline_peak_growth_mb: peak.baseline,
        ours_seconds: seconds.ours,
        baseline_seconds: seconds.baseline,
      },
    }
  },
}

const mb = (bytes: number) => round(bytes / 2 ** 20, 1)

const inSeconds = async (work: () => Promise<unknown>) =>
  round((await timed(work)) / 1000, 3)

async function mergeAndStore(
  { container }: BenchShop,
  waybills: Uint8Array[]
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const files = new WaybillFiles(marketplaces, "mprun_bench", "A6")
  for (const waybill of waybills) {
    await files.addPdf(waybill)
  }
  const [file] = await files.end(new Date())
  await marketplaces.files.discard([file.id])
}

/** Megabytes, each side in a process that does nothing else. */
async function peaks(
  waybills: Uint8Array[]
): Promise<{ ours: number; baseline: number }> {
  const folder = await mkdtemp(join(tmpdir(), "marketplaces-waybills-"))
  try {
    for (const [number, waybill] of waybills.entries()) {
      await writeFile(
        join(folder, `${String(number).padStart(4, "0")}.pdf`),
        waybill
      )
    }
    return {
      ours: await peakOf("ours", folder),
      baseline: await peakOf("baseline", folder),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function peakOf(side: string, folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--expose-gc",
    "--require",
    join(__dirname, "../../scripts/host/register.cjs"),
    join(__dirname, "../waybill-memory.ts"),
    side,
    folder,
  ])
  return mb(Number(stdout))
}
