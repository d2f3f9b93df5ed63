import { RawStatus } from "../../sandbox/tiki/orders/statuses"
import { downloadable } from "./downloads"
import {
  choose,
  download,
  find,
  flow,
  levelOf,
  lookUp,
  readAgain,
  reservationsOf,
  TikiShop,
} from "./shop"

type Row = [raw: RawStatus, status: string, succeeded: string, handover: string]

/** Tiki's statuses, what they mean here, and how far Medusa's order is brought by each setting. */
const TABLE: Row[] = [
  ["queueing", "new", "pending", "pending"],
  ["paid", "new", "pending", "pending"],
  ["holded", "new", "pending", "pending"],
  ["picking", "confirmed", "pending", "pending"],
  ["packaging", "packing", "pending", "pending"],
  ["finished_packing", "packed", "pending", "pending"],
  ["ready_to_ship", "packed", "pending", "pending"],
  ["handover_to_partner", "in_transit", "pending", "shipped"],
  ["shipping", "in_transit", "pending", "shipped"],
  ["delivered", "succeeded", "completed", "completed"],
  ["successful_delivery", "succeeded", "completed", "completed"],
  ["complete", "succeeded", "completed", "completed"],
  ["returned", "returning", "pending", "shipped"],
  ["closed", "cancelled_by_system", "canceled", "canceled"],
]

const NOT_YET: RawStatus[] = ["waiting_payment", "payment_review", "processing"]

/** Where the goods are still on the shelf. */
const SKU = "LY-LAM-S"

export function statuses(at: () => TikiShop): void {
  describe("statuses", () => {
    const place = (status: RawStatus) =>
      at().tiki.addOrders([
        {
          status,
          fulfillment_type:
            status === "successful_delivery" ? "dropship" : "tiki_delivery",
          lines: [{ original_sku: SKU, quantity: 2 }],
          create_time: Math.floor(Date.now() / 1000),
        },
      ])[0]

    describe.each(["succeeded", "handover"] as const)(
      "with goods leaving the count at %s",
      (deduct_stock_on) => {
        beforeEach(() => choose(at(), { deduct_stock_on }))

        it.each(TABLE)("%s is %s", async (raw, status, succeeded, handover) => {
          const shop = at()
          const before = await levelOf(shop, SKU)
          const { code } = place(raw)
          await download(shop, { statuses: await downloadable(shop) })
          const order = await find(shop, code)
          expect(order).toMatchObject({
            raw_status: raw,
            status,
            status_rule: `raw:${raw}`,
            import_state: "imported",
            host_state: deduct_stock_on === "succeeded" ? succeeded : handover,
            flags: raw === "holded" ? ["on_hold"] : [],
          })
          const gone = ["shipped", "completed"].includes(order.host_state)
          const kept = order.host_state === "pending"
          expect(await levelOf(shop, SKU)).toEqual({
            stocked: before.stocked - (gone ? 2 : 0),
            reserved: before.reserved + (kept ? 2 : 0),
          })
          expect(await reservationsOf(shop, order)).toHaveLength(kept ? 1 : 0)
        })
      }
    )

    it.each(NOT_YET)("%s is listed and left alone", async (raw) => {
      const shop = at()
      const { code } = place(raw)
      await download(shop, { statuses: await downloadable(shop) })
      expect(await lookUp(shop, code)).toBeNull()
      await flow(shop, "recent_orders")
      expect(await find(shop, code)).toMatchObject({
        import_state: "ignored",
        import_rule: "not_yet_with_seller",
        medusa_order_id: null,
      })
    })

    it.each([
      ["buyer", "cancelled_by_buyer"],
      ["seller", "cancelled_by_seller"],
      ["tiki", "cancelled_by_system"],
    ] as const)("cancelled by the %s is %s", async (by, status) => {
      const shop = at()
      const before = await levelOf(shop, SKU)
      const { code } = place("queueing")
      await download(shop)
      expect((await find(shop, code)).status).toBe("new")
      shop.tiki.orders.cancel(code, by)
      await readAgain(shop, [code])
      expect(await find(shop, code)).toMatchObject({
        raw_status: "canceled",
        status,
        host_state: "canceled",
      })
      expect(await levelOf(shop, SKU)).toEqual(before)
    })

    it("cancelled on its way is coming back, and stays kept", async () => {
      const shop = at()
      const { code } = place("shipping")
      await flow(shop, "recent_orders")
      shop.tiki.orders.cancel(code, "buyer")
      await readAgain(shop, [code])
      const order = await find(shop, code)
      expect(order).toMatchObject({
        raw_status: "canceled",
        status: "returning",
        status_rule: "cancelled_after_collection",
        host_state: "pending",
      })
      expect(await reservationsOf(shop, order)).toHaveLength(1)
    })

    it("parks a status that nobody knows, and shows it", async () => {
      const shop = at()
      const { code } = place("queueing")
      shop.tiki.orders.edit(code, {
        wire: { status: "teleporting" },
        off_contract: true,
      })
      await flow(shop, "recent_orders")
      expect(await find(shop, code)).toMatchObject({
        status: null,
        raw_status: "teleporting",
        import_state: "blocked",
        block_reasons: [
          { code: "unknown_status", params: { status: "teleporting" } },
        ],
      })
    })
  })
}
