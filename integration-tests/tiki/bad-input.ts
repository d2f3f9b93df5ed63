import { stepAfter } from "../../sandbox/tiki/orders/demo-orders"
import { findOrder } from "../support/orders"
import { DAY_MS, downloaded, flow, TikiShop } from "./shop"

/** What Tiki should not send, and does. */
export function badInput(at: () => TikiShop): void {
  describe("bad input", () => {
    const place = () =>
      at().tiki.addOrders([{ lines: [{ original_sku: "LY-LAM-S" }] }])[0]

    it.each(["html", "text200", "truncated", "500", "429"] as const)(
      "%s instead of orders is said, and loses nothing",
      async (kind) => {
        const shop = at()
        const { code } = place()
        shop.tiki.faults.add({ kind, path: "/v2/orders", times: 50 })
        const lines = await downloaded(shop)
        expect(lines).toMatchObject([{ code: "failed" }])
        expect(String(lines[0].params.reason).length).toBeGreaterThan(20)
        expect(String(lines[0].params.reason)).not.toMatch(/<html|undefined/i)
        shop.tiki.faults.clear()
        expect(await downloaded(shop)).toMatchObject([
          { code: "imported", external_id: code },
        ])
      }
    )

    it.each([
      ["items", null],
      ["invoice", null],
      ["created_at", "yesterday"],
      ["items", []],
    ])(
      "an order whose %s is %p is kept whole and shown",
      async (field, value) => {
        const shop = at()
        const { code } = place()
        shop.tiki.orders.edit(code, {
          wire: { [field]: value },
          off_contract: true,
        })
        await flow(shop, "recent_orders")
        const order = await findOrder(shop, code)
        expect(order).toMatchObject({
          import_state: "blocked",
          medusa_order_id: null,
          block_reasons: [{ code: "payload_not_understood" }],
        })
        expect(String(order.block_reasons[0].params.path)).toContain(
          field === "items" ? "" : field
        )
      }
    )

    it("finds orders at the edge of a window and of a day, in Tiki's own time", async () => {
      const shop = at()
      const midnight = new Date(
        Math.floor((Date.now() + 7 * 3_600_000) / DAY_MS) * DAY_MS -
          7 * 3_600_000
      )
      const seconds = midnight.getTime() / 1000
      const placed = shop.tiki.addOrders(
        [-1, 0, 1].map((shift) => ({
          history: true,
          create_time: seconds - DAY_MS / 1000 + shift - stepAfter("queueing"),
          lines: [{ original_sku: "LY-LAM-S" }],
        }))
      )
      const day = (shift: number) =>
        new Date(midnight.getTime() + shift * DAY_MS).toISOString()
      const before = await downloaded(shop, { from: day(-2), to: day(-1) })
      expect(before.map(({ external_id }) => external_id)).toEqual([
        placed[0].code,
      ])
      const after = await downloaded(shop, { from: day(-1), to: day(0) })
      expect(after.map(({ external_id }) => external_id).sort()).toEqual(
        [placed[1].code, placed[2].code].sort()
      )
    })
  })
}
