import { Client } from "pg"
import { SoakShop } from "../../bench/soak/shop"
import { eventually } from "../support/eventually"

const MOST_MS = 90_000
/** A worker signs every five seconds; a tick from before the loss may be told by the next sign. */
const TOLD_S = 12

/** Redis that comes back without the jobs that Medusa registered at the start. */
export function afterRedisWasEmptied(at: () => SoakShop): void {
  describe("whose Redis was emptied", () => {
    it(
      "register their jobs anew",
      async () => {
        const { cluster } = at()
        const client = new Client({ connectionString: cluster.database_url })
        await client.connect()
        try {
          const { rows } = await client.query<{ now: Date }>("SELECT now()")
          await cluster.redis.empty()
          await eventually(async () => {
            const { rows: ticked } = await client.query<{ seconds: number }>(
              `SELECT EXTRACT(EPOCH FROM max(ticked_at) - $1::timestamptz)::float AS seconds
                 FROM marketplace_process`,
              [rows[0].now]
            )
            expect(ticked[0].seconds).toBeGreaterThan(TOLD_S)
          }, MOST_MS)
        } finally {
          await client.end()
        }
      },
      MOST_MS + 10_000
    )
  })
}
