import { TIKI_ONLY_PRODUCTS } from "../../sandbox/demo-catalogue"
import { findOrder, lookUpOrder } from "../support/orders"
import { resultsOf } from "../support/runs"
import { choose, DAY_MS, download, downloaded, flow, TikiShop } from "./shop"

/** Every status that Tiki offers for a manual download. */
export async function downloadable({ admin }: TikiShop): Promise<string[]> {
  const { body } = await admin.get<{
    providers: { id: string; downloadable_statuses: string[] }[]
  }>("/providers")
  const tiki = body.providers.find(({ id }) => id === "tiki")
  return tiki?.downloadable_statuses ?? []
}

/** The rules of the seed for a manual download. */
export function downloads(at: () => TikiShop): void {
  describe("a manual download", () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
    const seconds = (time: Date) => Math.floor(time.getTime() / 1000)

    const place = (days: number, status: "queueing" | "picking" = "queueing") =>
      at().tiki.addOrders([
        {
          status,
          history: true,
          lines: [{ original_sku: "LY-LAM-S" }],
          create_time: seconds(daysAgo(days)) - 8 * 3_600,
        },
      ])[0]

    it("brings new orders only, unless statuses are chosen", async () => {
      const shop = at()
      const fresh = place(0.5)
      const picked = place(0.5, "picking")
      const lines = await downloaded(shop, { from: daysAgo(3).toISOString() })
      expect(lines.map(({ external_id }) => external_id)).toEqual([fresh.code])
      expect(await lookUpOrder(shop, picked.code)).toBeNull()

      const chosen = await downloaded(shop, {
        from: daysAgo(3).toISOString(),
        statuses: ["confirmed"],
      })
      expect(chosen).toMatchObject([
        { external_id: picked.code, code: "imported" },
      ])
      expect((await findOrder(shop, picked.code)).status).toBe("confirmed")
    })

    it("offers Mới, Đã xác nhận, Đã huỷ and Thành công to choose", async () => {
      expect(await downloadable(at())).toEqual(
        expect.arrayContaining([
          "new",
          "confirmed",
          "cancelled_by_buyer",
          "cancelled_by_seller",
          "cancelled_by_system",
          "succeeded",
        ])
      )
      const shop = at()
      const placed = place(0.5)
      shop.tiki.orders.cancel(placed.code, "buyer")
      const lines = await downloaded(shop, {
        from: daysAgo(3).toISOString(),
        statuses: ["cancelled"],
      })
      expect(lines.map(({ external_id }) => external_id)).toEqual([placed.code])
    })

    it("reaches 30 days back and says what it left out, unless the shop looks further", async () => {
      const shop = at()
      const recent = place(10)
      const old = place(45)
      const from = daysAgo(70).toISOString()
      const cut = await downloaded(shop, { from })
      expect(cut).toMatchObject([
        { code: "out_of_window", params: { days: 30 } },
        { code: "imported", external_id: recent.code },
      ])
      expect(cut[0].message).toContain("30")
      expect(await lookUpOrder(shop, old.code)).toBeNull()

      await choose(shop, { order_lookback_days: 90 })
      try {
        shop.tiki.calls.clear()
        const all = await downloaded(shop, { from })
        expect(all).toMatchObject([
          { code: "imported", external_id: old.code },
          { code: "unchanged", external_id: recent.code },
        ])
        const asked = shop.tiki.calls
          .list("/v2/orders")
          .filter(({ method }) => method === "GET")
        expect(asked.length).toBeGreaterThan(2)
      } finally {
        await choose(shop, { order_lookback_days: null })
      }
    })

    it("says that a product is not linked in the seed's words, and keeps the order", async () => {
      const shop = at()
      const { body } = await shop.admin.get<{
        listings: { id: string; title: string; variant_id: string }[]
      }>(`/listings?q=LY-LAM-L&channel_id=${shop.channel.id}`)
      const [listing] = body.listings
      await shop.admin.delete(`/listings/${listing.id}/link`)
      const [order] = shop.tiki.addOrders([
        { lines: [{ original_sku: "LY-LAM-L" }] },
      ])
      const run = await download(shop)
      const lines = await resultsOf(shop.admin, run)
      expect(lines).toMatchObject([
        { code: "listing_not_linked", external_id: order.code },
      ])
      expect(lines[0].message).toContain("is not linked")
      expect((await findOrder(shop, order.code)).import_state).toBe("blocked")

      await shop.admin.post(`/listings/${listing.id}/link`, {
        variant_id: listing.variant_id,
      })
      await flow(shop, "recent_orders")
      expect(await findOrder(shop, order.code)).toMatchObject({
        import_state: "imported",
        block_reasons: [],
      })
    })

    it("brings an order of a deleted product in, when products are always imported", async () => {
      const shop = at()
      const [product] = shop.tiki.addProduct({
        product: {
          ...TIKI_ONLY_PRODUCTS[1],
          key: "den-long-da-xoa",
          title: "Đèn lồng đã xoá",
        },
        inventory_type: "dropship",
        is_hidden: false,
        in_two_warehouses: false,
      })
      const [order] = shop.tiki.addOrders([
        { lines: [{ product_id: product.product_id, quantity: 2 }] },
      ])
      shop.tiki.deleteProduct(product.product_id)
      expect(await downloaded(shop)).toMatchObject([
        { code: "listing_not_downloaded", external_id: order.code },
      ])
      await choose(shop, { always_import_products: true })
      try {
        expect(await downloaded(shop)).toMatchObject([
          { code: "imported", external_id: order.code },
        ])
      } finally {
        await choose(shop, { always_import_products: null })
      }
      const [line] = (await findOrder(shop, order.code)).lines
      expect(line.variant_id).not.toBeNull()
    })
  })
}
