import { tellsIncome } from "../../../domain/provider/tells-income"
import { Bench } from "./bench"

/** Orders that say what they will pay: all that are settled, and no other. */
export function tellsIncomeOf(at: () => Bench): void {
  describe("tells income", () => {
    it("of every settled order, whose parts add up", async () => {
      const { provider, books, settled, orders } = await read(at())
      const shop = { external_id: books.shop_id }
      const incomes = orders.flatMap(({ external_id, payload }) => {
        const income = provider.mapIncome(payload, shop)
        return income ? [{ external_id, ...income }] : []
      })
      expect(incomes.length).toBeGreaterThan(0)
      expect(
        Object.fromEntries(
          incomes.map(({ external_id, net }) => [external_id, net])
        )
      ).toEqual(settled)
      for (const { revenue, fees, net, fee_parts } of incomes) {
        expect((revenue ?? NaN) + (fees ?? NaN)).toBe(net)
        expect(fee_parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          fees
        )
      }
    })
  })
}

async function read(bench: Bench) {
  const { provider } = bench
  const { books, income } = bench.world
  if (!tellsIncome(provider) || !income) {
    throw new Error("the orders of this marketplace do not tell their income")
  }
  const { settled } = income
  const orders = await bench.readOrders(await bench.connected())
  return { provider, books, settled, orders }
}
