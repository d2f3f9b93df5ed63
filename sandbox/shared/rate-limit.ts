import { Clock } from "./clock"

/** So many calls in each window of so many seconds. */
export type Limit = { seconds: number; most: number }

type Count = { window: number; calls: number }

/** Counts calls in fixed windows, for each holder by itself. */
export class RateLimit {
  private readonly counts = new Map<string, Count>()

  constructor(private readonly clock: Clock) {}

  /**
   * Takes one call when every limit allows it.
   * @returns the limit that refuses it and the seconds until its next window; null when taken.
   */
  take(
    holder: string,
    limits: readonly Limit[]
  ): { limit: Limit; wait: number } | null {
    const now = this.clock.seconds()
    const counts = limits.map((limit) => {
      const window = Math.floor(now / limit.seconds)
      const key = `${holder} ${limit.seconds}`
      const known = this.counts.get(key)
      const count = known?.window === window ? known : { window, calls: 0 }
      this.counts.set(key, count)
      return { limit, count }
    })
    const full = counts.find(({ limit, count }) => count.calls >= limit.most)
    if (full) {
      const { limit, count } = full
      return { limit, wait: (count.window + 1) * limit.seconds - now }
    }
    counts.forEach(({ count }) => count.calls++)
    return null
  }

  clear(): void {
    this.counts.clear()
  }
}
