import { PDFDocument } from "@cantoo/pdf-lib"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { WaybillFiles } from "../../src/workflows/waybills/waybill-files"
import { Bench, meets } from "../bench"
import { alternating, median, round, timed } from "../measure"
import { peakGrowth } from "../peak-memory"
import { BenchShop } from "../shop"
import { drawWaybills } from "../waybills"

const WAYBILLS = 500
const ROUNDS = 3

/**
 * 500 waybills become one PDF that is stored where it is served from, against a bare merge of
 * the same files in memory: seconds, and by how much the process grows at most.
 */
export const bench: Bench = {
  better: "lower",
  goal: 1.5,
  async run(shop, say) {
    const waybills = await drawWaybills(WAYBILLS)
    const bytes = waybills.reduce((sum, { length }) => sum + length, 0)
    say(`${WAYBILLS} waybills of ${mb(bytes)} MB`)
    const results = await alternating(ROUNDS, {
      ours: () => measured(() => mergeAndStore(shop, waybills)),
      baseline: () => measured(() => mergeBarely(waybills)),
    })
    const ours = median(results.ours.map(({ seconds }) => seconds))
    const baseline = median(results.baseline.map(({ seconds }) => seconds))
    const peaks = {
      ours: Math.max(...results.ours.map(({ peak_mb }) => peak_mb)),
      baseline: Math.max(...results.baseline.map(({ peak_mb }) => peak_mb)),
    }
    say(`ours ${round(ours)} s, at most ${peaks.ours} MB more`)
    say(`bare merge ${round(baseline)} s, at most ${peaks.baseline} MB more`)
    return {
      ours,
      baseline,
      unit: "s",
      ok: meets(bench, ours / baseline) && peaks.ours < peaks.baseline,
      details: {
        waybills_mb: mb(bytes),
        ours_peak_growth_mb: peaks.ours,
        baseline_peak_growth_mb: peaks.baseline,
        resident_mb: mb(process.memoryUsage.rss()),
        rounds: results,
      },
    }
  },
}

type Result = { seconds: number; peak_mb: number }

async function measured(work: () => Promise<void>): Promise<Result> {
  let seconds = 0
  const growth = await peakGrowth(async () => {
    seconds = round((await timed(work)) / 1000, 3)
  })
  return { seconds, peak_mb: mb(growth) }
}

const mb = (bytes: number) => round(bytes / 2 ** 20, 1)

async function mergeAndStore(
  { container }: BenchShop,
  waybills: Uint8Array[]
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const run_id = "mprun_bench"
  const files = new WaybillFiles(marketplaces, run_id, "A6")
  for (const waybill of waybills) {
    await files.addPdf(waybill)
  }
  const [file] = await files.end(new Date())
  await marketplaces.files.discard([file.id])
}

async function mergeBarely(waybills: Uint8Array[]): Promise<void> {
  const merged = await PDFDocument.create()
  for (const waybill of waybills) {
    const source = await PDFDocument.load(waybill)
    const pages = await merged.copyPages(source, source.getPageIndices())
    pages.forEach((page) => merged.addPage(page))
  }
  await merged.save()
}
