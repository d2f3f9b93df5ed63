import { Clock } from "../shared/clock"
import { ApiError } from "./envelope"
import { Quota } from "./options"

type Window = {
  second: number
  in_second: number
  hour: number
  in_hour: number
}

/** Counts the calls of each app and shop. */
export class Quotas {
  private readonly windows = new Map<string, Window>()

  constructor(
    private readonly clock: Clock,
    private readonly quota: () => Quota
  ) {}

  /** @throws {ApiError} 36009002 or 36009037, both with HTTP 429. */
  take(holder: string): void {
    const now = this.clock.seconds()
    const hour = Math.floor(now / 3600)
    const window = this.windows.get(holder) ?? {
      second: now,
      in_second: 0,
      hour,
      in_hour: 0,
    }
    this.windows.set(holder, window)
    if (window.second !== now) {
      Object.assign(window, { second: now, in_second: 0 })
    }
    if (window.hour !== hour) {
      Object.assign(window, { hour, in_hour: 0 })
    }
    const { per_second, per_hour } = this.quota()
    if (per_hour !== null && window.in_hour >= per_hour) {
      const wait = (hour + 1) * 3600 - now
      throw new ApiError(36009037, "The hourly quota is used up", 429, {
        "Retry-After": String(wait),
      })
    }
    if (window.in_second >= per_second) {
      throw new ApiError(36009002, "Too many requests", 429, {
        "Retry-After": "1",
      })
    }
    window.in_second++
    window.in_hour++
  }

  clear(): void {
    this.windows.clear()
  }
}
