import { OrderInput } from "../../sandbox/tiki/orders/place-order"
import { findOrder, OrderAnswer } from "../support/orders"
import { finishRun } from "../support/runs"
import { tick } from "../support/tick"
import { download, reservationsOf, TikiShop } from "./shop"

type ActionResult = { id: string; ok: boolean; code?: string; message?: string }

/** The seller's answer to an order, which Tiki takes once and for good. */
export function confirmation(at: () => TikiShop): void {
  describe("the seller's confirmation", () => {
    const place = async (input: OrderInput) => {
      const [placed] = at().tiki.addOrders([input])
      await download(at())
      return { placed, order: await findOrder(at(), placed.code) }
    }

    const act = async (
      action: string,
      orders: Pick<OrderAnswer, "id">[],
      params: Record<string, unknown> = {}
    ): Promise<ActionResult[]> => {
      const { admin } = at()
      const run = await finishRun(admin, "/orders/actions", {
        action,
        ids: orders.map(({ id }) => id),
        params,
      })
      await tick(at().container)
      const results = await admin.get<{ results: ActionResult[] }>(
        `/runs/${run.id}/results`
      )
      return results.body.results
    }

    const confirmCalls = () =>
      at()
        .tiki.calls.list("confirm-available")
        .filter(({ method }) => method === "POST").length

    const LINES = [
      { original_sku: "LY-LAM-S", quantity: 2 },
      { original_sku: "LY-LAM-M" },
    ]

    it("confirms dropship orders as a whole, at a time the seller chose", async () => {
      const shop = at()
      const { order } = await place({ lines: LINES })
      expect(order.actions).toEqual(
        expect.arrayContaining(["confirm_order", "refuse_order"])
      )
      const { body } = await shop.admin.get<{
        confirmation: {
          state: string
          scope: string
          may_refuse: boolean
          pickup_slots: { value: string }[]
          warehouses: { external_id: string }[]
        }
      }>(`/orders/${order.id}/confirmation`)
      expect(body.confirmation).toMatchObject({
        state: "waiting",
        scope: "whole_order",
        may_refuse: true,
      })
      const [slot] = body.confirmation.pickup_slots
      const before = confirmCalls()
      expect(
        await act("confirm_order", [order], { pickup_slot: slot.value })
      ).toMatchObject([{ id: order.id, ok: true }])
      expect(confirmCalls()).toBe(before + 1)
      const confirmed = await findOrder(shop, order.external_id)
      expect(confirmed.status).toBe("confirmed")
      expect(confirmed.actions).not.toContain("confirm_order")

      expect(await act("confirm_order", [order])).toMatchObject([
        { ok: true, code: "already_confirmed" },
      ])
      expect(confirmCalls()).toBe(before + 1)
    })

    it("refuses a dropship order, which cancels it and frees its units", async () => {
      const shop = at()
      const { order } = await place({ lines: LINES })
      expect(await act("refuse_order", [order])).toMatchObject([{ ok: true }])
      const refused = await findOrder(shop, order.external_id)
      expect(refused).toMatchObject({
        status: "cancelled_by_seller",
        host_state: "canceled",
      })
      expect(await reservationsOf(shop, refused)).toEqual([])
    })

    it("confirms what is there of an order that Tiki packs, and never sends a wrong list", async () => {
      const shop = at()
      const { placed, order } = await place({
        fulfillment_type: "tiki_delivery",
        lines: LINES,
      })
      const before = confirmCalls()
      const wrong = await act("confirm_order", [order], {
        line_ids: ["123456"],
      })
      expect(wrong).toMatchObject([{ ok: false, code: "lines_unknown" }])
      const none = await act("confirm_order", [order], { line_ids: [] })
      expect(none).toMatchObject([{ ok: false, code: "nothing_to_confirm" }])
      expect(await act("refuse_order", [order])).toMatchObject([
        { ok: false, code: "may_not_refuse" },
      ])
      expect(confirmCalls()).toBe(before)

      const first = order.lines.find(({ external_line_ids }) =>
        external_line_ids.includes(String(placed.items[0].id))
      )
      expect(
        await act("confirm_order", [order], { line_ids: [first?.id] })
      ).toMatchObject([{ ok: true }])
      const confirmed = await findOrder(shop, order.external_id)
      expect(confirmed.status).toBe("confirmed")
      const kept = await reservationsOf(shop, confirmed)
      expect(kept.map(({ quantity }) => Number(quantity))).toEqual([2])
    })

    it("reads before it says anything when the answer is lost, and asks once", async () => {
      const shop = at()
      const { order } = await place({ lines: LINES })
      shop.tiki.faults.add({
        kind: "lost_answer",
        path: "confirm-available",
        times: 1,
      })
      const before = confirmCalls()
      expect(await act("confirm_order", [order])).toMatchObject([{ ok: true }])
      expect(confirmCalls()).toBe(before + 1)
      expect((await findOrder(shop, order.external_id)).status).toBe(
        "confirmed"
      )
    })

    it("says so, and does not ask again, when nobody knows whether it worked", async () => {
      const shop = at()
      const { order } = await place({ lines: LINES })
      shop.tiki.faults.add({
        kind: "reset",
        path: "confirm-available",
        times: 1,
      })
      const before = confirmCalls()
      const [result] = await act("confirm_order", [order])
      expect(result).toMatchObject({ ok: false, code: "outcome_unknown" })
      expect(result.message).toEqual(expect.any(String))
      expect(confirmCalls()).toBeLessThanOrEqual(before + 1)
      expect((await findOrder(shop, order.external_id)).status).toBe("new")
    })

    it("does nothing for an order that is not waiting", async () => {
      const { order } = await place({ lines: LINES })
      at().tiki.orders.cancel(order.external_id, "buyer")
      const [result] = await act("confirm_order", [order])
      expect(result.ok).toBe(false)
    })
  })
}
