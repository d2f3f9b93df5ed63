import { sell } from "../../bench/soak/sales"
import { SoakShop } from "../../bench/soak/shop"
import { verdictOn } from "../../bench/soak/verdict"
import { eventually } from "../support/eventually"

const MOST_MS = 150_000
const PER_SECOND = 8
const SECONDS = 12

/** Leases end after 20 seconds; the rest is for a machine that has much else to do. */
const TAKE_OVER_MS = 90_000

/** Workers that die while orders come in. */
export function sellingWhileWorkersDie(at: () => SoakShop): void {
  describe("of which one is killed", () => {
    it(
      "bring every order in once, and every number to where it should be",
      async () => {
        const { cluster, records } = at()
        await sell(at(), PER_SECOND, SECONDS)
        const [victim] = cluster.workers
        await victim.kill()
        const killed_at = Date.now()
        const in_hand = await records.inHand()
        await sell(at(), PER_SECOND, SECONDS)
        await eventually(
          async () =>
            expect(await verdictOn(at())).toMatchObject({
              lost: 0,
              doubled: 0,
              stock: { wrong: [], doubled: 0, oversold: 0 },
            }),
          MOST_MS
        )
        const taken_over = (await records.imported()).filter(
          ({ external_id, at: made_at }) =>
            in_hand.includes(external_id) && made_at > killed_at
        )
        for (const { process, at: made_at } of taken_over) {
          expect(process).toBe("worker-2")
          expect(made_at - killed_at).toBeLessThan(TAKE_OVER_MS)
        }
      },
      MOST_MS + 30_000
    )
  })
}
