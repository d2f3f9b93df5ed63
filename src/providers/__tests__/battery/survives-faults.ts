import { Bench, idsOf } from "./bench"
import { PASSING_FAULTS } from "./world"

/** What passes by itself costs nothing; what does not is said. */
export function survivesFaults(at: () => Bench): void {
  describe.each(PASSING_FAULTS)("comes through %s", (fault) => {
    it("without losing an order", async () => {
      const bench = at()
      const access = await bench.connected()
      bench.world.failOrders(fault, 1)
      const orders = await bench.readOrders(access)
      expect(idsOf(orders)).toEqual(bench.order_ids)
    })

    it("or says so, when it does not pass", async () => {
      const bench = at()
      const access = await bench.connected()
      bench.world.failOrders(fault, bench.world.too_often)
      await bench.expectError(bench.readOrders(access), [
        "rate_limited",
        "unavailable",
        "invalid_response",
      ])
    })
  })
}
