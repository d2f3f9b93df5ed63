import { setTimeout as sleep } from "node:timers/promises"
import { Worker } from "node:worker_threads"

/** Looks from a thread of its own, so that it sees what a busy event loop hides. */
const WATCH = `
  const { parentPort } = require("node:worker_threads")
  let peak = 0
  setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 5)
  parentPort.on("message", () => {
    parentPort.postMessage(Math.max(peak, process.memoryUsage.rss()))
  })
`

/**
 * By how many bytes the process grew at most while the work went on; garbage of before is
 * collected first.
 */
export async function peakGrowth(work: () => Promise<void>): Promise<number> {
  for (let times = 0; times < 3; times++) {
    global.gc?.()
    await sleep(50)
  }
  const watch = new Worker(WATCH, { eval: true, execArgv: [] })
  await new Promise((online) => watch.once("online", online))
  const before = process.memoryUsage.rss()
  try {
    await work()
    const peak = await new Promise<number>((resolve) => {
      watch.once("message", resolve)
      watch.postMessage("tell")
    })
    return Math.max(peak - before, 0)
  } finally {
    await watch.terminate()
  }
}
