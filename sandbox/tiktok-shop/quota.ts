import { Clock } from "../shared/clock"
import { Limit, RateLimit } from "../shared/rate-limit"
import { ApiError } from "./envelope"
import { Quota } from "./options"

const HOUR = 3600

/** Counts the calls of each app and shop. */
export class Quotas {
  private readonly limit: RateLimit

  constructor(
    clock: Clock,
    private readonly quota: () => Quota
  ) {
    this.limit = new RateLimit(clock)
  }

  /** @throws {ApiError} 36009002 or 36009037, both with HTTP 429. */
  take(holder: string): void {
    const { per_second, per_hour } = this.quota()
    const limits: Limit[] = [
      ...(per_hour === null ? [] : [{ seconds: HOUR, most: per_hour }]),
      { seconds: 1, most: per_second },
    ]
    const refused = this.limit.take(holder, limits)
    if (!refused) {
      return
    }
    const headers = { "Retry-After": String(refused.wait) }
    throw refused.limit.seconds === HOUR
      ? new ApiError(36009037, "The hourly quota is used up", 429, headers)
      : new ApiError(36009002, "Too many requests", 429, headers)
  }

  clear(): void {
    this.limit.clear()
  }
}
