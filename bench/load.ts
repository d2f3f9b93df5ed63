import { join } from "node:path"
import { Worker } from "node:worker_threads"

export type LoadRequest = { headers: Record<string, string>; body?: string }
export type LoadAnswer = {
  milliseconds: number
  status: number
}
/** An answer, and when its request was to be sent (milliseconds since 1970, UTC). */
export type TimedAnswer = LoadAnswer & { due_at: number }

/** Sends requests at a fixed rate; resolves when the last one is answered. */
export function sendAtRate(load: {
  url: string
  method: "GET" | "POST"
  per_second: number
  requests: LoadRequest[]
}): Promise<TimedAnswer[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, "load-generator.mjs"), {
      workerData: load,
      // The compiler that this process was started with is of no use to it.
      execArgv: [],
    })
    worker.once("message", resolve)
    worker.once("error", reject)
  })
}
