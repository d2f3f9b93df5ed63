import { marketplacesOf } from "../../src/workflows/marketplaces"
import { listChannels } from "../../src/workflows/orders/channel"
import { followStock } from "../../src/workflows/stock/follow-stock"
import { Shop } from "../cases/fake-shop"
import { backgroundIdle } from "../../src/workflows/background"
import { FakeStockShop } from "./fake-stock-shop"

/** Much to do, marketplaces that ask to wait, and processes that stall. */
export function underStrain(at: () => Shop): void {
  describe("what is looked at first", () => {
    const causes = async (shop: FakeStockShop, limit: number) => {
      const { stockNudges } = marketplacesOf(at().container)
      const due = await stockNudges.listDue(shop.channel.id, limit)
      return due.map(({ cause }) => cause)
    }

    it("is what changed by itself, not all that a comparison or changed settings name", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { stockNudges } = marketplacesOf(at().container)
      const others = await shop.addListings(4)
      await stockNudges.addListings(others.slice(0, 1), "sweep")
      await stockNudges.addListings(others.slice(1, 2), "settings")
      await stockNudges.addListings(others.slice(2, 4), "inventory")
      await stockNudges.addListings([shop.listing_id], "read_back")
      expect(await causes(shop, 5)).toEqual([
        "inventory",
        "inventory",
        "read_back",
        "settings",
        "sweep",
      ])
      expect(await causes(shop, 2)).toEqual(["inventory", "settings"])
      await stockNudges.addChannel(shop.channel.id, "settings")
      await stockNudges.addChannel(shop.channel.id, "sweep")
      expect(await causes(shop, 5)).toEqual([
        "inventory",
        "inventory",
        "read_back",
        "settings",
        "settings",
      ])
    })

    it("keeps the strongest cause: a person's wish is not lost behind a change", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { stockNudges } = marketplacesOf(at().container)
      for (const [said, kept] of [
        ["sweep", "sweep"],
        ["settings", "settings"],
        ["inventory", "inventory"],
        ["settings", "inventory"],
        ["person", "person"],
        ["inventory", "person"],
      ] as const) {
        await stockNudges.addListings([shop.listing_id], said)
        expect([said, await causes(shop, 5)]).toEqual([said, [kept]])
      }
    })

    it("is nothing at all when a channel is only renamed", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { admin } = at()
      await admin.post(`/channels/${shop.channel.id}`, { name: "Renamed" })
      await backgroundIdle()
      const { stockNudges } = marketplacesOf(at().container)
      expect(await stockNudges.nextDue(shop.channel.id)).toBeNull()
    })
  })

  describe("a marketplace that hangs or asks to wait", () => {
    const openThree = async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const others = await shop.addListings(2)
      const { stockNudges, flows } = marketplacesOf(at().container)
      await stockNudges.addListings(others, "link")
      await flows.hasten([shop.channel.id], "stock")
      const all = [shop.listing_id, ...others]
      await shop.until(async () => (await even(all)) === 3)
      return { shop, all }
    }
    const even = async (listing_id: string[]) =>
      (
        await marketplacesOf(at().container).listMarketplaceListingStocks({
          listing_id,
          state: "even",
        })
      ).length
    const outcomes = async (listing_id: string[], after: Date) =>
      (
        await marketplacesOf(at().container).listMarketplaceStockPushes(
          { listing_id, sent_at: { $gt: after } },
          { order: { sent_at: "ASC" } }
        )
      ).map(({ outcome }) => outcome)

    it("is read again before anything else is written once an answer was lost", async () => {
      const { shop, all } = await openThree()
      const now = new Date()
      at().fake.fail({ kind: "outcome_unknown", call: "pushStock" })
      await shop.stock(6)
      await shop.until(async () => (await outcomes(all, now)).length >= 4)
      const first = (await outcomes(all, now)).slice(0, 3).sort()
      expect(first).toEqual(["postponed", "unknown", "unknown"])
      await shop.until(async () => (await even(all)) === 3)
      expect(shop.shown()).toBeLessThanOrEqual(6)
    })

    it("is left alone for a moment, which fails nothing and forgets nothing", async () => {
      const { shop, all } = await openThree()
      const now = new Date()
      at().fake.fail({ kind: "rate_limited", call: "pushStock" })
      await shop.stock(6)
      await shop.until(async () => (await outcomes(all, now)).length >= 3)
      expect(await outcomes(all, now)).toEqual(all.map(() => "postponed"))
      const [flow] = await marketplacesOf(at().container).listMarketplaceFlows({
        channel_id: shop.channel.id,
        kind: "stock",
      })
      expect(flow).toMatchObject({ failures: 0, last_error: null })
      expect(flow.due_at.getTime() - Date.now()).toBeLessThan(6_000)
      await shop.until(async () => (await even(all)) === 3)
      expect(shop.shown()).toBe(6)
    })
  })

  describe("a worker that was taken for dead", () => {
    it("records nothing and writes nothing once another has its channel", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const marketplaces = marketplacesOf(at().container)
      await marketplaces.stockNudges.addListings([shop.listing_id], "sweep")
      await marketplaces.flows.hasten([shop.channel.id], "stock")
      const flow = await marketplaces.flows.claimNext(["stock"])
      const [channel] = await listChannels(marketplaces, [shop.channel.id])
      if (!flow) {
        throw new Error("the channel's stock is not due")
      }
      await marketplaces.updateMarketplaceFlows({
        id: flow.id,
        leased_until: new Date(0),
      })
      expect(await marketplaces.flows.claimNext(["stock"])).not.toBeNull()
      shop.edit(25)
      const before = (await shop.pushes()).length
      const { container } = at()
      await expect(
        followStock({ container, marketplaces, channel, flow })
      ).rejects.toThrow(/taken over/)
      expect((await shop.pushes()).length).toBe(before)
      expect(shop.shown()).toBe(25)
    })
  })

  describe("what is held back until orders are read", () => {
    it("is looked at as soon as they are, however seldom it was before", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const marketplaces = marketplacesOf(at().container)
      const { flows, stockNudges } = marketplaces
      const [feed] = await marketplaces.listMarketplaceFlows({
        channel_id: shop.channel.id,
        kind: "recent_orders",
      })
      const hour = 3_600_000
      await marketplaces.updateMarketplaceFlows({
        id: feed.id,
        // Tests poll hourly; orders are too old after two polls and a minute.
        cursor: new Date(Date.now() - 3 * hour),
        due_at: new Date(Date.now() + hour),
      })
      await shop.stock(15)
      await shop.until(async () => (await shop.state()) === "held")
      const [nudge] = await marketplaces.listMarketplaceStockNudges({
        listing_id: shop.listing_id,
      })
      await stockNudges.putOff([nudge], new Date(Date.now() + hour))
      await flows.reschedule(shop.channel.id, "recent_orders", new Date())
      await shop.shows(15)
    })
  })

  describe("a listing's own rules", () => {
    it("keep every change of people who save at once", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const rules = { cap: 7, buffer: 1, share: 0.9, minimum: 2, paused: false }
      const answers = await Promise.all(
        Object.entries(rules).map(([name, value]) =>
          at().admin.post(`/listings/${shop.listing_id}/stock-rules`, {
            [name]: value,
          })
        )
      )
      expect(answers.map(({ status }) => status)).toEqual(
        answers.map(() => 200)
      )
      const [listing] = await marketplacesOf(
        at().container
      ).listMarketplaceListings({ id: shop.listing_id })
      expect(listing.stock_rules).toEqual(rules)
      const nowhere = await at().admin.post("/stock/pushes", {
        channel_id: "mpch_none",
      })
      expect(nowhere.status).toBe(404)
    })
  })

  describe("what was written", () => {
    it("is not proven by a listing that was not read, and the newest is never forgotten", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      at().fake.stock.unheeded.add("9200000000000000001")
      await shop.stock(6)
      await shop.until(async () => (await shop.state()) === "pushed")
      const marketplaces = marketplacesOf(at().container)
      await marketplaces.updateMarketplaceListings({
        id: shop.listing_id,
        gone_at: new Date(),
      })
      await shop.look()
      expect(await shop.state()).toBe("not_found")
      const newest = async () =>
        marketplaces.listMarketplaceStockPushes(
          { listing_id: shop.listing_id },
          { order: { sent_at: "DESC" } }
        )
      const [last] = await newest()
      expect(last).toMatchObject({ outcome: "accepted", confirmed_at: null })
      await marketplaces.stockBook.forgetBefore(new Date(Date.now() + 1000))
      expect((await newest()).map(({ id }) => id)).toEqual([last.id])
      expect(
        await marketplaces.listMarketplaceStockEvents({
          listing_id: shop.listing_id,
        })
      ).toEqual([])
    })

    it("follows numbers beyond all counting too", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      shop.edit(3_000_000_000)
      await shop.look()
      await shop.shows(10)
    })
  })
}
