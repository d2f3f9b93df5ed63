import { RawStatus } from "../../sandbox/tiki/orders/statuses"
import { orderLevelOf } from "../support/levels"
import { findOrder, lookUpOrder, OrderAnswer } from "../support/orders"
import { downloadable } from "./downloads"
import {
  choose,
  download,
  flow,
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

const asRow = (order: OrderAnswer) => [
  order.raw_status,
  order.status,
  order.host_state,
  order.status_rule,
  order.flags.join(),
]

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

    it.each(["succeeded", "handover"] as const)(
      "mean what the table says, with goods leaving the count at %s",
      async (deduct_stock_on) => {
        const shop = at()
        await choose(shop, { deduct_stock_on })
        const before = await orderLevelOf(shop, SKU)
        const placed = TABLE.map(([raw]) => place(raw))
        await download(shop, { statuses: await downloadable(shop) })
        const orders = await Promise.all(
          placed.map(({ code }) => findOrder(shop, code))
        )
        expect(orders.map(asRow)).toEqual(
          TABLE.map(([raw, status, succeeded, handover]) => [
            raw,
            status,
            deduct_stock_on === "succeeded" ? succeeded : handover,
            `raw:${raw}`,
            raw === "holded" ? "on_hold" : "",
          ])
        )
        const count = (...states: string[]) =>
          orders.filter(({ host_state }) => states.includes(host_state)).length
        expect(await orderLevelOf(shop, SKU)).toEqual({
          stocked: before.stocked - 2 * count("shipped", "completed"),
          reserved: before.reserved + 2 * count("pending"),
        })
        for (const order of orders) {
          expect(await reservationsOf(shop, order)).toHaveLength(
            order.host_state === "pending" ? 1 : 0
          )
        }
      }
    )

    it("before the seller may act are listed and left alone", async () => {
      const shop = at()
      const placed = NOT_YET.map((raw) => place(raw))
      await download(shop, { statuses: await downloadable(shop) })
      for (const { code } of placed) {
        expect(await lookUpOrder(shop, code)).toBeNull()
      }
      await flow(shop, "recent_orders")
      for (const { code } of placed) {
        expect(await findOrder(shop, code)).toMatchObject({
          import_state: "ignored",
          import_rule: "not_yet_with_seller",
          medusa_order_id: null,
        })
      }
    })

    it("tell who cancelled, and cancelling frees the units", async () => {
      const shop = at()
      const before = await orderLevelOf(shop, SKU)
      const who = ["buyer", "seller", "tiki"] as const
      const placed = who.map(() => place("queueing"))
      await download(shop)
      who.forEach((by, index) =>
        shop.tiki.orders.cancel(placed[index].code, by)
      )
      const codes = placed.map(({ code }) => code)
      await readAgain(shop, codes)
      const orders = await Promise.all(
        codes.map((code) => findOrder(shop, code))
      )
      expect(orders.map(asRow)).toEqual([
        ["canceled", "cancelled_by_buyer", "canceled", "raw:canceled", ""],
        ["canceled", "cancelled_by_seller", "canceled", "raw:canceled", ""],
        ["canceled", "cancelled_by_system", "canceled", "raw:canceled", ""],
      ])
      expect(await orderLevelOf(shop, SKU)).toEqual(before)
    })

    it("cancelled on its way is coming back, and stays kept", async () => {
      const shop = at()
      const { code } = place("shipping")
      await flow(shop, "recent_orders")
      shop.tiki.orders.cancel(code, "buyer")
      await readAgain(shop, [code])
      const order = await findOrder(shop, code)
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
      expect(await findOrder(shop, code)).toMatchObject({
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
