import { sell } from "../../bench/soak/sales"
import { SoakShop } from "../../bench/soak/shop"
import { verdictOn } from "../../bench/soak/verdict"
import { eventually } from "../support/eventually"

const MOST_MS = 90_000
/** How long each answer of Tiki's event queue takes while it is watched. */
const SLOW_PULL_MS = 400
const PULLS = 12

/** What a server and two workers do beside one another. */
export function sharingTheWork(at: () => SoakShop): void {
  describe("that share a shop", () => {
    it("see no locks that are kept apart", async () => {
      const { body } = await at().cluster.admin.get("/stock/warnings")
      expect(body).toMatchObject({ warnings: [] })
    })

    it(
      "have one reader of an event queue at a time",
      async () => {
        const { tiki } = at().sandbox
        for (let pull = 0; pull < PULLS; pull++) {
          tiki.faults.add({
            kind: "slow",
            path: "/events/pull",
            delay_ms: SLOW_PULL_MS,
          })
        }
        const before = pullsOf(at()).length
        await sell(at(), 4, 8)
        await eventually(
          () => expect(pullsOf(at()).length).toBeGreaterThan(before + 4),
          MOST_MS
        )
        const times = pullsOf(at()).slice(before, before + PULLS)
        const gaps = times.slice(1).map((time, place) => time - times[place])
        // Two readers at once would be answered within one answer's time.
        expect(Math.min(...gaps)).toBeGreaterThan(0.9 * SLOW_PULL_MS)
        tiki.faults.clear()
      },
      MOST_MS
    )

    it(
      "ask for one new token when one ends, however many find that out",
      async () => {
        const { tiktok, tiki } = at().sandbox
        const before = tokenCalls(at())
        tiktok.authorizations.expireAccess()
        tiki.authorizations.expireAccess()
        await sell(at(), 10, 4)
        await eventually(
          async () => expect(await verdictOn(at())).toMatchObject({ lost: 0 }),
          MOST_MS
        )
        expect(tokenCalls(at())).toEqual({
          tiktok: before.tiktok + 1,
          tiki: before.tiki + 1,
        })
      },
      MOST_MS
    )

    it(
      "leave what is due to the workers, and both of them work",
      async () => {
        await eventually(async () => {
          await sell(at(), 4, 2)
          const imported = await at().records.imported()
          const makers = new Set(imported.map(({ process }) => process))
          expect([...makers].sort()).toEqual(["worker-1", "worker-2"])
        }, MOST_MS)
        const writers = new Set(
          (await at().records.pushes()).map(({ process }) => process)
        )
        expect(writers).not.toContain("server")
      },
      MOST_MS + 30_000
    )
  })
}

function pullsOf({ sandbox }: SoakShop): number[] {
  return sandbox.tiki.calls.list("/events/pull").map(({ at }) => at)
}

function tokenCalls({ sandbox }: SoakShop): { tiktok: number; tiki: number } {
  return {
    tiktok: sandbox.tiktok.calls.list("/api/v2/token/refresh").length,
    tiki: sandbox.tiki.calls.list("/sc/oauth2/token").length,
  }
}
