import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Shop } from "../cases/fake-shop"
import { levelOf } from "../support/levels"
import { EXTERNAL_SKU, FakeStockShop, SKU } from "./fake-stock-shop"

/** The marketplace's number follows Medusa's, and nobody's sale is offered twice. */
export function following(at: () => Shop): void {
  describe("a listing's number", () => {
    it("is set when it is linked, and follows counts of the shelf", async () => {
      const shop = await FakeStockShop.open(at, 12)
      await shop.shows(12)
      await shop.stock(7)
      await shop.shows(7)
      await shop.stock(9)
      await shop.shows(9)
      const pushes = await shop.pushes()
      expect(pushes.map(({ outcome }) => outcome)).toEqual(
        pushes.map(() => "accepted")
      )
    })

    it("follows a count whose event nobody heard", async () => {
      const shop = await FakeStockShop.open(at, 12)
      await shop.shows(12)
      await shop.stockUnheard(7)
      await shop.turn()
      expect(shop.shown()).toBe(12)
      await shop.minutePasses()
      await shop.shows(7)
    })

    it("follows the channel's rules as soon as they change", async () => {
      const shop = await FakeStockShop.open(at, 20, { buffer: 3 })
      await shop.shows(17)
      await at().admin.post(`/channels/${shop.channel.id}`, {
        settings: { share: 0.5, cap: 5 },
      })
      await shop.shows(5)
    })

    it("is left alone while stock is paused", async () => {
      const shop = await FakeStockShop.open(at, 20, { stock_paused: true })
      await shop.until(async () => (await shop.state()) === "paused")
      expect(shop.shown()).toBe(40)
      expect(await shop.pushes()).toEqual([])
    })
  })

  describe("a sale that the feed has not told of", () => {
    it("stays sold when the shelf is filled again, until its order explains it", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      shop.sell(4)
      await shop.look()
      expect(await shop.unseen()).toBe(4)
      await shop.stock(11)
      await shop.shows(7)
      await shop.stock(12)
      await shop.shows(8)
      await shop.tell("578000000000009001", 4)
      expect(await shop.counted()).toEqual({ net: 4, committed: 4 })
      await shop.until(async () => (await shop.unseen()) === 0)
      await shop.until(async () => (await levelOf(at(), SKU)).reserved === 4)
      await shop.shows(8)
    })

    it("is counted down again when its order is cancelled, and comes back on sale", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      shop.sell(3)
      await shop.tell("578000000000009002", 3)
      await shop.shows(7)
      shop.cancel(3)
      await shop.tell("578000000000009002", 3, {
        raw_status: "cancelled",
        meaning: { kind: "cancelled" },
        cancelled_at: new Date(),
        cancellation: { initiator: "buyer", reason: null },
      })
      expect(await shop.counted()).toEqual({ net: 0, committed: 0 })
      await shop.until(async () => (await levelOf(at(), SKU)).reserved === 0)
      await shop.until(async () => shop.shown() === 10)
    })
  })

  describe("a write", () => {
    it.each([14, 6])(
      "of %p whose answer is lost is a state, and is settled by reading",
      async (stocked) => {
        const shop = await FakeStockShop.open(at, 10)
        await shop.shows(10)
        at().fake.fail({ kind: "outcome_unknown", call: "pushStock" })
        await shop.stock(stocked)
        await shop.until(async () =>
          (await shop.pushes()).some(({ outcome }) => outcome === "unknown")
        )
        await shop.until(async () => (await shop.state()) === "even")
        expect(shop.shown()).toBeLessThanOrEqual(stocked)
        expect(shop.shown()).toBeGreaterThan(0)
      }
    )

    it("that a campaign refuses is tried again later, and said meanwhile", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      at().fake.stock.locked.add("9200000000000000001")
      await shop.stock(6)
      await shop.until(async () => (await shop.state()) === "locked")
      await shop.look()
      expect(await shop.state()).toBe("locked")
      expect(
        (await shop.pushes()).filter(({ outcome }) => outcome === "locked")
      ).toHaveLength(1)
    })

    it("that is accepted and not shown is not repeated at once", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      at().fake.stock.unheeded.add("9200000000000000001")
      const before = (await shop.pushes()).length
      await shop.stock(6)
      await shop.until(async () => (await shop.state()) === "pushed")
      await shop.look()
      await shop.look()
      expect((await shop.pushes()).length).toBe(before + 1)
      expect(await shop.state()).toBe("pushed")
    })

    it("is behind since the change that has not arrived, not since one that has", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { unheeded } = at().fake.stock
      const { stockBook } = marketplacesOf(at().container)
      const behindSince = async () => {
        const read = await stockBook.readFacts(
          shop.channel.id,
          [shop.listing_id],
          []
        )
        return read.listings[0].behind_since
      }
      const written = async (quantity: number) => {
        await shop.stock(quantity)
        await shop.until(() => at().fake.stock.writes.at(-1)?.to === quantity)
      }

      unheeded.add(EXTERNAL_SKU)
      await written(6)
      const swallowed = await behindSince()
      await written(7)
      expect(await behindSince()).toEqual(swallowed)

      unheeded.delete(EXTERNAL_SKU)
      await written(8)
      // Seen by the look that finds the next change.
      unheeded.add(EXTERNAL_SKU)
      const before = new Date()
      await written(9)
      expect(before.getTime()).toBeLessThanOrEqual(
        (await behindSince())?.getTime() ?? NaN
      )
      unheeded.delete(EXTERNAL_SKU)
    })

    it("that was under way when the process ended counts as unknown", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { stockBook } = marketplacesOf(at().container)
      await stockBook.record(
        shop.channel.id,
        [
          {
            listing_id: shop.listing_id,
            external_sku_id: "9200000000000000001",
            state: "pushed",
            reason: null,
            failures: 0,
            behind: true,
            since: new Date(),
            cells: [],
            events: [],
            push: {
              id: "mppush_lost",
              batch_id: "mpbat_lost",
              cause: "inventory",
              actor: "system",
              cells: [
                {
                  warehouse_external_id: "9300000000000000001",
                  seen: 10,
                  committed: 0,
                  counted: 0,
                  quantity: 15,
                  wanted: 15,
                },
              ],
            },
          },
        ],
        new Date()
      )
      await shop.look()
      const lost = (await shop.pushes()).find(({ id }) => id === "mppush_lost")
      expect(lost?.outcome).toBe("unknown")
      await shop.until(async () => (await shop.state()) === "even")
      expect(shop.shown()).toBeLessThanOrEqual(10)
    })
  })

  it("finds an edit on the marketplace in a full comparison, and certifies it", async () => {
    const shop = await FakeStockShop.open(at, 10)
    await shop.shows(10)
    const { container } = at()
    const marketplaces = marketplacesOf(container)
    shop.edit(25)
    await marketplaces.flows.hasten([shop.channel.id], "stock_sweep")
    await shop.shows(10)
    await marketplaces.flows.hasten([shop.channel.id], "stock_sweep")
    await shop.until(async () => {
      const [sweep] = await marketplaces.listMarketplaceStockSweeps({
        channel_id: shop.channel.id,
      })
      return sweep?.finished_at !== null
    })
    const [sweep] = await marketplaces.listMarketplaceStockSweeps({
      channel_id: shop.channel.id,
    })
    expect(sweep).toMatchObject({ compared: 1, repaired: 1, unexplained: 0 })
  })
}
