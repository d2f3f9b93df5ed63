import { marketplacesOf } from "../../src/workflows/marketplaces"
import { findOrder, lookUpOrder } from "../support/orders"
import { flow, TikiShop } from "./shop"

/** Tiki's event queue, from the sale to the Medusa order. */
export function events(at: () => TikiShop): void {
  describe("the event queue", () => {
    it("brings an order in and follows it, long before the poll", async () => {
      const shop = at()
      await flow(shop, "event_queue")
      const [{ code }] = shop.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      await flow(shop, "event_queue")
      expect(await findOrder(shop, code)).toMatchObject({
        status: "new",
        import_state: "imported",
        history: [{ status: "new", source: "event" }],
      })
      shop.tiki.orders.advance(code, "picking")
      await flow(shop, "event_queue")
      expect((await findOrder(shop, code)).status).toBe("confirmed")
    })

    it("is acknowledged only after its orders are known", async () => {
      const shop = at()
      await flow(shop, "event_queue")
      const [{ code }] = shop.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      shop.tiki.faults.add({
        kind: "lost_answer",
        path: "/events/pull",
        times: 1,
      })
      await flow(shop, "event_queue")
      await flow(shop, "event_queue")
      expect((await findOrder(shop, code)).import_state).toBe("imported")
    })

    it("that is gone is opened anew", async () => {
      const shop = at()
      await flow(shop, "event_queue")
      shop.tiki.queues.clear()
      await flow(shop, "event_queue")
      const [{ code }] = shop.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      await flow(shop, "event_queue")
      await flow(shop, "event_queue")
      expect((await findOrder(shop, code)).import_state).toBe("imported")
    })

    it("that fails holds nothing up: the poll still brings the order", async () => {
      const shop = at()
      const [{ code }] = shop.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-S" }] },
      ])
      shop.tiki.faults.add({ kind: "500", path: "/queues", times: 50 })
      await flow(shop, "event_queue")
      expect(await lookUpOrder(shop, code)).toBeNull()
      await flow(shop, "recent_orders")
      expect((await findOrder(shop, code)).import_state).toBe("imported")
      const channel = await marketplacesOf(
        shop.container
      ).retrieveMarketplaceChannel(shop.channel.id)
      expect(channel.status).toBe("connected")
    })
  })
}
