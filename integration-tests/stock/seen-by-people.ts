import { Shop } from "../cases/fake-shop"
import { FakeStockShop } from "./fake-stock-shop"

type Row = {
  listing_id: string
  state: string
  wanted: number
  pushed: number
  confirmed: number
  seen: number
  unseen: number
  behind_since: string | null
  warehouses: { warehouse_name: string | null; seen: number }[]
  rules: { buffer: number; paused: boolean }
  override: object | null
}

type Story = Row & {
  explanation: {
    quantity: number
    decided_by: string
    free: { stocked: number; reserved: number; free: number }[]
    steps: { rule: string; quantity: number }[]
  }[]
  reservations: {
    units: number
    channel_order: { external_id: string } | null
    medusa_order: { display_id: string } | null
  }[]
  reservations_count: number
  timeline: {
    kind: string
    batch_id?: string
    from: number
    to: number
    units?: number
  }[]
}

/** The routes behind the stock pages. */
export function seenByPeople(at: () => Shop): void {
  const rowOf = async (shop: FakeStockShop) => {
    const { body } = await at().admin.get<{ stock: Row[]; count: number }>(
      `/stock?channel_id=${shop.channel.id}`
    )
    return body
  }
  const storyOf = async (shop: FakeStockShop) => {
    const { body } = await at().admin.get<{ stock: Story }>(
      `/stock/${shop.listing_id}`
    )
    return body.stock
  }

  describe("the pages of stock", () => {
    it("list what should be shown beside what is, and count it", async () => {
      const shop = await FakeStockShop.open(at, 12, { buffer: 2 })
      await shop.shows(10)
      const { stock, count } = await rowOf(shop)
      expect(count).toBe(1)
      expect(stock[0]).toMatchObject({
        listing_id: shop.listing_id,
        state: "even",
        wanted: 10,
        pushed: 10,
        confirmed: 10,
        seen: 10,
        unseen: 0,
        behind_since: null,
        rules: { buffer: 2, paused: false },
        override: null,
      })
      expect(stock[0].warehouses[0].seen).toBe(10)
      const { admin } = at()
      const of = `channel_id=${shop.channel.id}`
      const counts = await admin.get<{
        by_state: Record<string, number>
        behind: number
      }>(`/stock/counts?${of}`)
      expect(counts.body.by_state.even).toBe(1)
      expect(counts.body.behind).toBe(0)
      for (const filter of ["state=locked", "behind=true", "q=nothing-such"]) {
        const { body } = await admin.get<{ count: number }>(
          `/stock?${of}&${filter}`
        )
        expect([filter, body.count]).toEqual([filter, 0])
      }
      const { body } = await admin.get<{
        lag: { pushes: number; p95_ms: number; behind: number }
      }>(`/stock/lag?${of}`)
      expect(body.lag.pushes).toBeGreaterThan(0)
      expect(body.lag.p95_ms).toBeGreaterThan(0)
      expect(body.lag.behind).toBe(0)
      const sweeps = await admin.get<{ sweeps: unknown[] }>(
        `/stock/sweeps?${of}`
      )
      expect(sweeps.status).toBe(200)
      expect((await admin.get("/stock/mplist_none")).status).toBe(404)
    })

    it("explain a number: what is held by which order, the rules, and what happened", async () => {
      const shop = await FakeStockShop.open(at, 12, { buffer: 1 })
      await shop.shows(11)
      shop.sell(3)
      await shop.look()
      await shop.tell("578000000000009101", 3)
      await shop.shows(8)
      // The hold of the sale ends soon after its order came.
      await shop.until(
        async () => (await storyOf(shop)).reservations_count === 1
      )
      const story = await storyOf(shop)
      expect(story.explanation).toHaveLength(1)
      expect(story.explanation[0]).toMatchObject({
        quantity: 8,
        decided_by: "buffer",
      })
      expect(story.explanation[0].free).toMatchObject([
        { stocked: 12, reserved: 3, free: 9 },
      ])
      expect(story.reservations_count).toBe(1)
      expect(story.reservations[0]).toMatchObject({
        units: 3,
        channel_order: { external_id: "578000000000009101" },
      })
      expect(story.reservations[0].medusa_order?.display_id).toContain(
        "578000000000009101"
      )
      const kinds = story.timeline.map(({ kind }) => kind)
      expect(kinds).toContain("push")
      expect(kinds).toContain("sold_unseen")
      expect(kinds).toContain("explained")
    })

    it("give a listing rules of its own, and take them back", async () => {
      const shop = await FakeStockShop.open(at, 12)
      await shop.shows(12)
      const url = `/listings/${shop.listing_id}/stock-rules`
      const { admin } = at()
      const set = await admin.post<{ listing: { stock_rules: object } }>(url, {
        cap: 4,
      })
      expect(set.body.listing.stock_rules).toEqual({ cap: 4 })
      await shop.shows(4)
      const reset = await admin.post<{ listing: { stock_rules: unknown } }>(
        url,
        { cap: null }
      )
      expect(reset.body.listing.stock_rules).toBeNull()
      await shop.shows(12)
      expect((await admin.post(url, { share: 7 })).status).toBe(400)
      expect(
        (await admin.post("/listings/mplist_none/stock-rules", { cap: 1 }))
          .status
      ).toBe(404)
    })

    it("push now, and take the last raise of a batch back without selling what is gone", async () => {
      const shop = await FakeStockShop.open(at, 5)
      await shop.shows(5)
      const { admin } = at()
      shop.edit(9)
      const now = await admin.post<{ listings: number }>("/stock/pushes", {
        listing_ids: [shop.listing_id],
      })
      expect([now.status, now.body.listings]).toEqual([202, 1])
      await shop.shows(5)
      await shop.stock(50)
      await shop.shows(50)
      const [last] = (await storyOf(shop)).timeline.filter(
        ({ kind, to }) => kind === "push" && to === 50
      )
      const undone = await admin.post<{ listings: number; left: number }>(
        `/stock/batches/${last.batch_id}/undo`
      )
      expect([undone.status, undone.body]).toEqual([
        202,
        { listings: 1, left: 0 },
      ])
      await shop.shows(5)
      await shop.stock(3)
      await shop.shows(3)
      expect((await admin.post("/stock/batches/mpbat_none/undo")).status).toBe(
        404
      )
      expect((await admin.post("/stock/pushes", {})).status).toBe(400)
    })

    it("preview changed rules without writing anything", async () => {
      const shop = await FakeStockShop.open(at, 12)
      await shop.shows(12)
      const { admin } = at()
      const before = (await shop.pushes()).length
      const url = `/channels/${shop.channel.id}/stock-preview`
      const { body } = await admin.post<{
        preview: { now: number; then: number; why: { decided_by: string } }[]
      }>(url, { settings: { buffer: 2, share: 0.5 } })
      expect(body.preview).toMatchObject([
        { now: 12, then: 5, why: { decided_by: "share" } },
      ])
      const named = await admin.post<{ preview: unknown[] }>(url, {
        settings: { cap: 3 },
        skus: ["no such SKU"],
      })
      expect(named.body.preview).toEqual([])
      expect((await admin.post(url, { settings: { share: 2 } })).status).toBe(
        400
      )
      expect((await shop.pushes()).length).toBe(before)
      expect(shop.shown()).toBe(12)
    })
  })
}
