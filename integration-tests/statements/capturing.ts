import marketplacesOwedOrders from "../../src/jobs/owed-orders"
import { backgroundIdle } from "../../src/workflows/background"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { captureSettledPayments } from "../../src/workflows/statements/capture-settled-payments"
import { findOrder, medusaOrder } from "../support/orders"
import { tick } from "../support/tick"
import {
  bringIn,
  daysAgo,
  revenueOf,
  sale,
  settlementOf,
  StatementsShop,
  take,
  tiktokFile,
} from "./shop"

type Event = { kind: string; params: { amount?: number }; actor_id: string }

/** Payments in Medusa that follow statements, where a channel is set so. */
export function capturing(at: () => StatementsShop): void {
  describe("cash on delivery", () => {
    const setting = (capture_payments: "never" | "when_settled") =>
      at().admin.post(`/channels/${at().tiktok.id}`, {
        settings: { capture_payments },
      })
    beforeEach(() => setting("when_settled"))
    afterEach(() => setting("never"))

    const sell = async (
      more: Record<string, unknown> = {},
      is_cod = true
    ): Promise<string> => {
      const shop = at()
      const [{ id }] = shop.sandbox.tiktok.addOrders([
        {
          status: "COMPLETED" as const,
          history: true,
          is_cod,
          create_time: Math.floor(daysAgo(12).getTime() / 1000),
          lines: [{ seller_sku: "CHEN-DO-60", quantity: 2 }],
          ...more,
        },
      ])
      await bringIn(shop, shop.tiktok, [id])
      return id
    }
    const paymentOf = async (external_id: string) => {
      const order = await findOrder(at(), external_id)
      const found = await medusaOrder(at(), order)
      return [found.status, found.payment_status]
    }
    /** What the order should bring, or less. */
    const settle = async (order_id: string, less = 0) => {
      const shop = at()
      const revenue = await revenueOf(shop, order_id)
      return take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(order_id, revenue - less, { fees: {} })])
      )
    }
    const confirm = async (order_id: string) => {
      const { id } = await settlementOf(at(), order_id)
      return at().admin.post("/settlements/confirmations", { ids: [id] })
    }
    const capturesOf = async (order_id: string): Promise<Event[]> => {
      const { id } = await settlementOf(at(), order_id)
      const { body } = await at().admin.get<{
        settlement: { events: Event[] }
      }>(`/settlements/${id}`)
      return body.settlement.events.filter(
        ({ kind }) => kind === "payment_captured"
      )
    }

    it("is captured at delivery as long as nobody chose otherwise", async () => {
      await setting("never")
      const order_id = await sell()
      expect(await paymentOf(order_id)).toEqual(["completed", "captured"])
      await settle(order_id)
      expect((await settlementOf(at(), order_id)).state).toBe("matched")
      expect(await capturesOf(order_id)).toEqual([])
    })

    it("stays unpaid until the settlement is as expected, and is captured once", async () => {
      const shop = at()
      const order_id = await sell()
      expect(await paymentOf(order_id)).toEqual(["completed", "not_paid"])
      await settle(order_id)
      expect((await settlementOf(shop, order_id)).state).toBe("matched")
      expect(await paymentOf(order_id)).toEqual(["completed", "captured"])
      const { total } = await findOrder(shop, order_id)
      const captures = [
        {
          kind: "payment_captured",
          params: { amount: total },
          actor_id: "system",
        },
      ]
      expect(await capturesOf(order_id)).toMatchObject(captures)

      const { id } = await settlementOf(shop, order_id)
      await confirm(order_id)
      await shop.admin.post("/settlements/reopenings", { ids: [id] })
      await confirm(order_id)
      await marketplacesOwedOrders(shop.container)
      await backgroundIdle()
      expect(await capturesOf(order_id)).toMatchObject(captures)
      const found = await medusaOrder(shop, await findOrder(shop, order_id))
      expect(Number(found.summary?.paid_total)).toBe(total)
    })

    it("waits for a person where the settlement differs", async () => {
      const shop = at()
      const order_id = await sell()
      await settle(order_id, 5_000)
      expect((await settlementOf(shop, order_id)).state).toBe("short")
      expect(await paymentOf(order_id)).toEqual(["completed", "not_paid"])
      expect((await confirm(order_id)).status).toBe(200)
      expect(await paymentOf(order_id)).toEqual(["completed", "captured"])
      expect(await capturesOf(order_id)).toHaveLength(1)
    })

    it("is captured once by two at a time, and said once after a process died in between", async () => {
      const shop = at()
      const order_id = await sell()
      await settle(order_id, 5_000)
      const { id } = await settlementOf(shop, order_id)
      await marketplacesOf(shop.container).settlements.confirm({
        ids: [id],
        actor: "system",
      })
      expect(await paymentOf(order_id)).toEqual(["completed", "not_paid"])
      await Promise.all([
        captureSettledPayments(shop.container, [id]),
        captureSettledPayments(shop.container),
      ])
      expect(await capturesOf(order_id)).toHaveLength(1)
      const order = await findOrder(shop, order_id)
      const found = await medusaOrder(shop, order)
      expect(Number(found.summary?.paid_total)).toBe(order.total)

      const marketplaces = marketplacesOf(shop.container)
      await marketplaces.updateMarketplaceSettlements({
        id,
        payment_done_at: null,
      })
      const [event] = await marketplaces.listMarketplaceSettlementEvents({
        settlement_id: id,
        kind: "payment_captured",
      })
      await marketplaces.deleteMarketplaceSettlementEvents(event.id)
      await captureSettledPayments(shop.container)
      expect(await capturesOf(order_id)).toHaveLength(1)
      const again = await medusaOrder(shop, order)
      expect(Number(again.summary?.paid_total)).toBe(order.total)
    })

    it("of an order on its way waits until it is delivered", async () => {
      const shop = at()
      const order_id = await sell({ status: "IN_TRANSIT" })
      await settle(order_id)
      await confirm(order_id)
      expect(await capturesOf(order_id)).toEqual([])
      shop.sandbox.tiktok.orders.advance(order_id, "COMPLETED")
      await bringIn(shop, shop.tiktok, [order_id])
      await marketplacesOwedOrders(shop.container)
      await backgroundIdle()
      await tick(shop.container)
      await confirm(order_id)
      expect(await paymentOf(order_id)).toEqual(["completed", "captured"])
      expect(await capturesOf(order_id)).toHaveLength(1)
    })

    it("of a cancelled order is never captured, and what is prepaid only once", async () => {
      const cancelled = await sell({
        status: "AWAITING_SHIPMENT",
        cancel: { by: "BUYER" },
      })
      await settle(cancelled)
      await confirm(cancelled)
      expect(await capturesOf(cancelled)).toEqual([])
      const [, payment] = await paymentOf(cancelled)
      expect(payment).not.toBe("captured")

      const prepaid = await sell({}, false)
      expect(await paymentOf(prepaid)).toEqual(["completed", "captured"])
      await settle(prepaid)
      await confirm(prepaid)
      expect(await capturesOf(prepaid)).toEqual([])
      const { id } = await settlementOf(at(), prepaid)
      const [row] = await marketplacesOf(
        at().container
      ).listMarketplaceSettlements({ id })
      expect(row.payment_done_at).not.toBeNull()
    })

    it("that waits is captured when the channel goes back to delivery", async () => {
      const shop = at()
      const order_id = await sell()
      expect(await paymentOf(order_id)).toEqual(["completed", "not_paid"])
      await setting("never")
      await tick(shop.container)
      expect(await paymentOf(order_id)).toEqual(["completed", "captured"])
    })
  })
}
