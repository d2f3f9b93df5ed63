import { eventually } from "../support/eventually"
import { CrashingShop } from "./shop"

type Warnings = {
  warnings: { code: string; params: { count: number; processes: string } }[]
}

/** Processes that do not share their locks are noticed while they run beside one another. */
export function processesBesideOneAnother(at: () => CrashingShop): void {
  describe("processes with locks of their own", () => {
    const warnings = async () => {
      const { body } = await at().host.admin.get<Warnings>("/stock/warnings")
      return body.warnings
    }

    it("are not seen in one that died and was started anew", async () => {
      const { host } = at()
      await host.kill()
      await host.start()
      expect(await warnings()).toEqual([])
    })

    it("are named while two run, and no longer", async () => {
      const end = await at().host.startAnother()
      await eventually(async () =>
        expect(await warnings()).toMatchObject([
          {
            code: "locking_in_memory",
            params: {
              count: 2,
              processes: expect.stringMatching(
                /\(shared, in-memory\), .*\(shared, in-memory\)$/
              ),
            },
          },
        ])
      )
      await end()
      await eventually(async () => expect(await warnings()).toEqual([]))
    })
  })
}
