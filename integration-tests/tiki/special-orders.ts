import { OrderInput } from "../../sandbox/tiki/orders/place-order"
import { isFbt } from "../../sandbox/tiki/products/product"
import { orderLevelOf } from "../support/levels"
import {
  findOrder,
  medusaOrder as readMedusaOrder,
  OrderAnswer,
} from "../support/orders"
import { download, readAgain, reservationsOf, TikiShop } from "./shop"
import { downloadable } from "./downloads"

/** Orders that are more than goods from the shop's shelf to one buyer. */
export function specialOrders(at: () => TikiShop): void {
  describe("orders of every kind", () => {
    const place = (input: OrderInput) => at().tiki.addOrders([input])[0]

    const imported = async (code: string) => {
      const shop = at()
      await download(shop, { statuses: await downloadable(shop) })
      return findOrder(shop, code)
    }

    const medusaOrder = (order: OrderAnswer) => readMedusaOrder(at(), order)

    it("equal the marketplace to the đồng, with every discount there is", async () => {
      const { code } = place({
        lines: [
          {
            original_sku: "LY-LAM-S",
            quantity: 3,
            seller_discount: 30_000,
            platform_discount: 12_345,
            tikixu: 7_000,
          },
          { original_sku: "DIA-NAU-15", quantity: 1 },
        ],
        shipping: { fee: 25_000, discount: 8_000 },
      })
      const order = await imported(code)
      const [books] = at()
        .tiki.books()
        .shops.filter(({ shop_id }) => shop_id === at().channel.external_id)
      expect(order.total).toBe(books.total_amount)
      const made = await medusaOrder(order)
      expect(Number(made.total)).toBe(books.total_amount)
      expect(made).toMatchObject({
        custom_display_id: `TIKI-${code}`,
        email: null,
        payment_status: "captured",
      })
    })

    it("of one basket are an order each", async () => {
      const basket_code = "955500001"
      const parts = at().tiki.addOrders([
        { basket_code, lines: [{ original_sku: "LY-LAM-S" }] },
        { basket_code, lines: [{ original_sku: "LY-LAM-M" }] },
      ])
      for (const { code } of parts) {
        const order = await imported(code)
        expect(order.import_state).toBe("imported")
        expect(order.lines).toHaveLength(1)
      }
    })

    it("that replace another one cost nothing, take stock, and name the original", async () => {
      const shop = at()
      const { code } = place({
        status: "complete",
        fulfillment_type: "dropship",
        lines: [{ original_sku: "LY-LAM-S", quantity: 2 }],
      })
      expect((await imported(code)).status).toBe("succeeded")
      const before = await orderLevelOf(shop, "LY-LAM-S")
      const replacement = shop.tiki.orders.replace(code)
      const order = await imported(replacement.code)
      expect(order).toMatchObject({ import_state: "imported", total: 0 })
      expect(await orderLevelOf(shop, "LY-LAM-S")).toEqual({
        stocked: before.stocked,
        reserved: before.reserved + 2,
      })
      expect((await medusaOrder(order)).metadata).toMatchObject({
        marketplace_order_kind: "replacement",
        original_marketplace_order_id: code,
      })
    })

    it("with goods of another seller keep only the own ones", async () => {
      const shop = at()
      const { code } = place({
        foreign_items: "some",
        lines: [{ original_sku: "LY-LAM-S", quantity: 2 }],
      })
      const order = await imported(code)
      expect(order.import_state).toBe("imported")
      expect(order.lines).toHaveLength(2)
      expect(
        order.lines.filter(({ variant_id }) => variant_id !== null)
      ).toHaveLength(1)
      const kept = await reservationsOf(shop, order)
      expect(kept.map(({ quantity }) => Number(quantity))).toEqual([2])
      expect(order.total).toBe(Number((await medusaOrder(order)).total))
    })

    it("of nothing but another seller's goods are ignored", async () => {
      const { code } = place({ foreign_items: "all" })
      expect(await imported(code)).toMatchObject({
        import_state: "ignored",
        import_rule: "foreign_seller_items",
        medusa_order_id: null,
      })
    })

    it("from Tiki's own warehouse leave the shop's stock alone", async () => {
      const shop = at()
      const product = shop.tiki.catalogue
        .ofSeller(shop.tiki.seller().id)
        .find((one) => isFbt(one))
      const { code } = place({
        lines: [{ product_id: product?.product_id, quantity: 1 }],
      })
      const order = await imported(code)
      expect(order).toMatchObject({
        import_state: "imported",
        import_rule: "fulfilled_by_marketplace",
      })
      const { items } = await medusaOrder(order)
      expect(items?.map(({ variant_id }) => variant_id)).toEqual([null])
      expect(await reservationsOf(shop, order)).toEqual([])
    })

    it("that the seller confirmed in part keep the confirmed units only", async () => {
      const shop = at()
      const { code, items, shipping, warehouse_id } = place({
        fulfillment_type: "tiki_delivery",
        lines: [
          { original_sku: "LY-LAM-S", quantity: 2 },
          { original_sku: "LY-LAM-M", quantity: 1 },
        ],
      })
      const whole = await imported(code)
      expect(await reservationsOf(shop, whole)).toHaveLength(2)
      shop.tiki.orders.answer(code, [items[0].id], warehouse_id)
      await readAgain(shop, [code])
      const order = await findOrder(shop, code)
      expect(order).toMatchObject({ status: "confirmed" })
      const kept = await reservationsOf(shop, order)
      expect(kept.map(({ quantity }) => Number(quantity))).toEqual([2])
      const made = await medusaOrder(order)
      expect(made.items?.map(({ quantity }) => Number(quantity))).toEqual([2])
      const { price } = items[0]
      expect(Number(made.total)).toBe(2 * price + shipping.fee)
    })

    it("with a gift take its units for nothing", async () => {
      const shop = at()
      const { code } = place({
        lines: [
          { original_sku: "LY-LAM-S" },
          { original_sku: "LY-LAM-M", gift: true },
        ],
      })
      const order = await imported(code)
      expect(order.import_state).toBe("imported")
      expect(await reservationsOf(shop, order)).toHaveLength(2)
    })

    it("on cash capture the money at success", async () => {
      const shop = at()
      const { code } = place({
        is_cod: true,
        lines: [{ original_sku: "LY-LAM-S" }],
      })
      const open = await medusaOrder(await imported(code))
      expect(open.payment_status).not.toBe("captured")
      shop.tiki.orders.advance(code, "successful_delivery")
      await readAgain(shop, [code])
      const done = await findOrder(shop, code)
      expect(done.host_state).toBe("completed")
      expect((await medusaOrder(done)).payment_status).toBe("captured")
    })
  })
}
