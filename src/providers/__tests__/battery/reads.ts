import { Bench, collect, idsOf, isAmount } from "./bench"

/** Shop, warehouses, listings and orders, complete. */
export function reads(at: () => Bench): void {
  describe("reads", () => {
    it("the shop", async () => {
      const bench = at()
      const grant = await bench.connect()
      const shop = await bench.provider.readShop(bench.accessTo(grant))
      expect(shop).toEqual(grant.shops[0])
    })

    it("the warehouses that goods are sent from", async () => {
      const bench = at()
      const access = await bench.connected()
      const found = await bench.provider.readWarehouses(access)
      expect(found.map((one) => one.external_id).sort()).toEqual(
        [...bench.world.books.warehouse_ids].sort()
      )
    })

    it("every listing once", async () => {
      const bench = at()
      const access = await bench.connected()
      const listings = await collect(bench.provider.readListings(access))
      expect(listings.map((one) => one.external_sku_id).sort()).toEqual(
        [...bench.world.books.sku_ids].sort()
      )
      expect(new Set(access.lanes)).toEqual(new Set(["catalogue"]))
      for (const listing of listings) {
        expect(typeof listing.external_product_id).toBe("string")
        expect(listing.currency_code).toBe(access.channel.currency_code)
        expect(listing.price === null || isAmount(listing.price)).toBe(true)
        for (const one of listing.quantities) {
          expect(typeof one.warehouse_external_id).toBe("string")
          expect(isAmount(one.quantity)).toBe(true)
        }
      }
    })

    it.each(["orders", "history"] as const)(
      "every order, oldest change first, in the lane %s",
      async (lane) => {
        const bench = at()
        const access = await bench.connected()
        const orders = await bench.readOrders(access, { lane })
        expect(idsOf(orders)).toEqual(bench.order_ids)
        const times = orders.map((one) => Number(one.external_updated_at))
        expect(times).toEqual([...times].sort((one, other) => one - other))
        expect(new Set(access.lanes)).toEqual(new Set([lane]))
        expect(access.lanes.length).toBeGreaterThan(1)
      }
    )

    it("orders by the time they were placed", async () => {
      const bench = at()
      const access = await bench.connected()
      const orders = await bench.readOrders(access, { by: "placed_at" })
      expect(idsOf(orders)).toEqual(bench.order_ids)
    })

    it("nothing outside of the window, its end excluded", async () => {
      const bench = at()
      const access = await bench.connected()
      const all = await bench.readOrders(access)
      const from = all[0].external_updated_at
      const to = all[all.length - 1].external_updated_at
      const orders = await bench.readOrders(access, { from, to })
      const within = all.filter(
        ({ external_updated_at: time }) => time >= from && time < to
      )
      expect(idsOf(orders)).toEqual(idsOf(within))
      expect(within.length).toBeLessThan(all.length)
    })

    it("every order of a status, for all that may be chosen", async () => {
      const bench = at()
      const access = await bench.connected()
      const all = await bench.readOrders(access)
      for (const status of bench.provider.description.downloadable_statuses) {
        const found = await bench.readOrders(access, { statuses: [status] })
        const wanted = all.filter(({ payload }) => {
          const { meaning } = bench.mapOrder(payload)
          return meaning.kind === "status" && meaning.status === status
        })
        expect(idsOf(found)).toEqual(expect.arrayContaining(idsOf(wanted)))
      }
    })

    it("orders by id, the same as in the feed, unknown ones left out", async () => {
      const bench = at()
      const access = await bench.connected()
      const feed = await bench.readOrders(access)
      const found = await bench.provider.readOrdersById(
        access,
        [...bench.order_ids, "123456789012345678"],
        "orders"
      )
      const byId = new Map(found.map((one) => [one.external_id, one]))
      expect(found).toHaveLength(bench.order_ids.length)
      for (const order of feed) {
        expect(byId.get(order.external_id)).toEqual(order)
      }
    })
  })
}
