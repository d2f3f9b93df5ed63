import { setTimeout as sleep } from "node:timers/promises"
import {
  RATE_LANES,
  RateBudget,
  RateLane,
} from "../../../domain/provider/channel-access"
import { SqlStore } from "../sql-store"

/**
 * One token bucket per channel, in a row that all processes share. A lane may only
 * take a token while those before it keep their reserve, so live orders never wait
 * for a catalogue download, in this process or in another.
 */
export class RateBudgetService extends SqlStore {
  /** Resolves when the call may be made; the token is taken. */
  async take(
    channel_id: string,
    lane: RateLane,
    budget: RateBudget
  ): Promise<void> {
    const needed = 1 + reserveOf(lane, budget.burst)
    for (;;) {
      const tokens = await this.tryTake_(channel_id, needed, budget)
      if (tokens === null) {
        return
      }
      const missing = Math.max(needed - tokens, 0.1)
      await sleep((missing / budget.requests_per_second) * 1000)
    }
  }

  /** Takes a token and gives null, or gives the tokens there are when they do not suffice. */
  private async tryTake_(
    channel_id: string,
    needed: number,
    { requests_per_second, burst }: RateBudget
  ): Promise<number | null> {
    const refilled =
      "LEAST(?, tokens + ? * EXTRACT(EPOCH FROM clock_timestamp() - refilled_at))"
    const [updated] = await this.sql(
      `UPDATE marketplace_rate_budget
          SET tokens = ${refilled} - 1, refilled_at = clock_timestamp()
        WHERE id = ? AND ${refilled} >= ?
        RETURNING id`,
      [
        burst,
        requests_per_second,
        channel_id,
        burst,
        requests_per_second,
        needed,
      ]
    )
    if (updated) {
      return null
    }
    const [row] = await this.sql<{ tokens: number }>(
      `SELECT ${refilled} AS tokens FROM marketplace_rate_budget WHERE id = ?`,
      [burst, requests_per_second, channel_id]
    )
    if (row) {
      return Number(row.tokens)
    }
    const [first] = await this.sql(
      `INSERT INTO marketplace_rate_budget (id, tokens, refilled_at)
       VALUES (?, ?, clock_timestamp())
       ON CONFLICT (id) DO NOTHING
       RETURNING id`,
      [channel_id, burst - 1]
    )
    return first ? null : 0
  }
}

/** Tokens a lane leaves for the lanes before it. */
function reserveOf(lane: RateLane, burst: number): number {
  const before = RATE_LANES.indexOf(lane) / RATE_LANES.length
  return Math.max(burst - 1, 0) * before
}
