import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Shop } from "../cases/fake-shop"
import { EXTERNAL_SKU, FakeStockShop } from "./fake-stock-shop"

/** What one listing takes from goods that others offer as well. */
export function sharedGoods(at: () => Shop): void {
  const claimOf = async (shop: FakeStockShop) => {
    const marketplaces = marketplacesOf(at().container)
    const [cell] = await marketplaces.listMarketplaceStockCells({
      listing_id: shop.listing_id,
    })
    const { claims } = await marketplaces.stockBook.readFacts(
      shop.channel.id,
      [shop.listing_id],
      [cell.stock_location_id ?? ""]
    )
    return claims[0]
  }

  describe("a number that a campaign holds", () => {
    it("is kept from others while it is tried again and while stock is paused, until it is taken", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const isLocked = async () => (await claimOf(shop)).is_locked
      expect(await isLocked()).toBe(false)
      at().fake.stock.locked.add(EXTERNAL_SKU)
      await shop.stock(6)
      await shop.until(async () => (await shop.state()) === "locked")
      expect(await isLocked()).toBe(true)

      at().fake.fail({ kind: "rate_limited", call: "pushStock" })
      await shop.push()
      await shop.until(async () => (await shop.state()) === "held")
      expect(await isLocked()).toBe(true)

      await shop.set({ stock_paused: true })
      await shop.until(async () => (await shop.state()) === "paused")
      expect(await isLocked()).toBe(true)

      at().fake.stock.locked.clear()
      await shop.set({ stock_paused: false })
      await shop.shows(6)
      expect(await isLocked()).toBe(false)
    })
  })

  describe("orders of the past", () => {
    const YESTERDAY = new Date(Date.now() - 24 * 3_600_000)

    /** Three were sold before the first look, and four since; the feed told of none. */
    const sevenSold = async () => {
      const shop = await FakeStockShop.open(at, 20)
      await shop.shows(20)
      const { stockBook } = marketplacesOf(at().container)
      await stockBook.forget([shop.listing_id])
      shop.sell(3)
      await shop.look()
      await shop.shows(17)
      shop.sell(4)
      await shop.look()
      await shop.shows(13)
      expect(await shop.unseen()).toBe(4)
      return shop
    }

    it("explain nothing that was sold after them", async () => {
      const shop = await sevenSold()
      await shop.tell("578000000000009301", 3, { placed_at: YESTERDAY })
      await shop.look()
      expect(await shop.counted()).toEqual({ net: 0, committed: 3 })
      expect(await shop.unseen()).toBe(4)
      await shop.shows(13)
      await shop.tell("578000000000009302", 4, { placed_at: new Date() })
      await shop.until(async () => (await shop.unseen()) === 0)
      expect(await shop.counted()).toEqual({ net: 4, committed: 7 })
      await shop.shows(13)
    })

    it("that had left before counting began count for nothing", async () => {
      const shop = await sevenSold()
      const long_ago = new Date("2026-01-05T03:00:00Z")
      await shop.tell("578000000000009303", 5, {
        raw_status: "delivered",
        meaning: { kind: "status", status: "delivered" },
        placed_at: long_ago,
        collected_at: long_ago,
        delivered_at: long_ago,
      })
      await shop.look()
      expect(await shop.counted()).toEqual({ net: 0, committed: 0 })
      expect(await shop.unseen()).toBe(4)
    })
  })
}
