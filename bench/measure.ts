import { monitorEventLoopDelay } from "node:perf_hooks"

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value that a share of the values does not exceed; 0.5 is the median. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = Math.ceil(share * sorted.length) - 1
  return sorted[Math.min(Math.max(place, 0), sorted.length - 1)]
}

export const median = (values: number[]) => quantile(values, 0.5)

export const round = (value: number, digits = 2) =>
  Number(value.toFixed(digits))

/**
 * Takes both sides in turn, so that whatever else the machine does meets both; who
 * begins changes every round.
 * @returns what each side gave, round by round.
 */
export async function alternating<T>(
  rounds: number,
  sides: {
    ours: (round: number) => Promise<T>
    baseline: (round: number) => Promise<T>
  }
): Promise<{ ours: T[]; baseline: T[] }> {
  const results: { ours: T[]; baseline: T[] } = { ours: [], baseline: [] }
  for (let round = 0; round < rounds; round++) {
    const order =
      round % 2
        ? (["baseline", "ours"] as const)
        : (["ours", "baseline"] as const)
    for (const side of order) {
      results[side].push(await sides[side](round))
    }
  }
  return results
}

const RESOLUTION_MS = 5

/** How long the event loop was held at most while the work went on (milliseconds). */
export async function longestBlock(
  work: () => Promise<unknown>
): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  try {
    await work()
    await new Promise((resolve) => setTimeout(resolve, 2 * RESOLUTION_MS))
  } finally {
    delay.disable()
  }
  return Math.max(delay.max / 1e6 - RESOLUTION_MS, 0)
}
