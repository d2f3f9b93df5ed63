import { redactsOrders } from "../../../domain/provider/redacts-orders"
import { tellsIncome } from "../../../domain/provider/tells-income"
import { Bench } from "./bench"

/** Orders without their buyers, of which everything else is as it was. */
export function redactsOrdersOf(at: () => Bench): void {
  describe("redacts orders", () => {
    it("of which goods, parcels, times and money stay, and nobody's name", async () => {
      const bench = at()
      const { provider } = bench
      if (!redactsOrders(provider)) {
        throw new Error("this marketplace cannot keep orders without buyers")
      }
      const shop = { external_id: bench.world.books.shop_id }
      const orders = await bench.readOrders(await bench.connected())
      expect(orders.length).toBeGreaterThan(0)
      for (const { payload } of orders) {
        const before = JSON.stringify(payload)
        const redacted = provider.redactOrder(payload)
        expect(JSON.stringify(payload)).toBe(before)
        const order = bench.mapOrder(payload)
        const after = bench.mapOrder(redacted)
        expect(after).toEqual({
          ...order,
          buyer: { external_id: null, email: null, message: null },
          recipient: null,
          cancellation: order.cancellation && {
            initiator: order.cancellation.initiator,
            reason: after.cancellation?.reason,
          },
        })
        for (const name of [
          order.recipient?.name,
          order.recipient?.address_1,
        ]) {
          expect(name && JSON.stringify(redacted).includes(name)).toBeFalsy()
        }
        expect(provider.redactOrder(redacted)).toEqual(redacted)
        if (tellsIncome(provider)) {
          expect(provider.mapIncome(redacted, shop)).toEqual(
            provider.mapIncome(payload, shop)
          )
        }
      }
    })
  })
}
