import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { StockLookRow } from "../../src/modules/marketplace-channel/stock-rows"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { holdUnseen } from "../../src/workflows/stock/hold-unseen"
import { Shop } from "../cases/fake-shop"
import { levelOf } from "../support/levels"
import { EXTERNAL_SKU, FakeStockShop, SKU } from "./fake-stock-shop"

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

  /** A look that found so many sold, as it would be stored. */
  const soldUnseen = async (shop: FakeStockShop, units: number) => {
    const marketplaces = marketplacesOf(at().container)
    const [{ inventory_item_id }, [cell]] = await Promise.all([
      claimOf(shop),
      marketplaces.listMarketplaceStockCells({ listing_id: shop.listing_id }),
    ])
    const { warehouse_external_id, stock_location_id, seen, counted } = cell
    const available = (seen ?? 0) - units
    const record: StockLookRow = {
      listing_id: shop.listing_id,
      external_sku_id: EXTERNAL_SKU,
      state: "even",
      reason: null,
      failures: 0,
      behind: false,
      since: new Date(),
      cells: [
        {
          warehouse_external_id,
          stock_location_id,
          available,
          committed: units,
          cell: {
            expected: available,
            committed: units,
            counted,
            unseen: [{ at: new Date(), units }],
          },
          counted_committed: 0,
          wanted: null,
        },
      ],
      events: [],
      push: null,
    }
    return { items: [inventory_item_id], looked: [shop.listing_id], record }
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
      const marketplaces = marketplacesOf(at().container)
      const [cell] = await marketplaces.listMarketplaceStockCells({
        listing_id: shop.listing_id,
      })
      await marketplaces.deleteMarketplaceStockCells(cell.id)
      shop.sell(3)
      await shop.look()
      await shop.shows(17)
      shop.sell(4)
      await shop.look()
      await shop.shows(13)
      expect(await shop.unseen()).toBe(7)
      return shop
    }

    it("explain what the first look found committed, and nothing that was sold after it", async () => {
      const shop = await sevenSold()
      await shop.tell("578000000000009301", 3, { placed_at: YESTERDAY })
      await shop.until(async () => (await shop.unseen()) === 4)
      expect(await shop.counted()).toEqual({ net: 3, committed: 3 })
      await shop.shows(13)
      await shop.tell("578000000000009302", 4)
      await shop.until(async () => (await shop.unseen()) === 0)
      expect(await shop.counted()).toEqual({ net: 7, committed: 7 })
      await shop.shows(13)
    })

    it("stay kept when their parcels leave before anybody has read them", async () => {
      const shop = await sevenSold()
      shop.ship(3)
      await shop.look()
      expect(await shop.unseen()).toBe(7)
      await shop.shows(13)
    })

    it("that had left before counting began count for nothing", async () => {
      const shop = await sevenSold()
      const long_ago = new Date("2026-01-05T03:00:00Z")
      await shop.tell("578000000000009303", 5, {
        raw_status: "delivered",
        meaning: { kind: "status", status: "succeeded" },
        placed_at: long_ago,
        collected_at: long_ago,
        delivered_at: long_ago,
      })
      await shop.look()
      expect(await shop.counted()).toEqual({ net: 0, committed: 0 })
      expect(await shop.unseen()).toBe(7)
    })
  })

  describe("units that orders hold as committed", () => {
    it("are nobody's unseen sale once they are collected, however long it is since the last look", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      shop.sell(3)
      await shop.tell("578000000000009304", 3)
      await shop.until(async () => (await shop.unseen()) === 0)
      await shop.shows(7)
      const marketplaces = marketplacesOf(at().container)
      const [demand] = await marketplaces.listMarketplaceStockDemands({
        external_sku_id: EXTERNAL_SKU,
      })
      expect(demand).toMatchObject({ net: 3, committed: 3 })
      await marketplaces.updateMarketplaceStockDemands({
        id: demand.id,
        committed: 0,
      })
      expect(await claimOf(shop)).toMatchObject({
        seen_committed: 3,
        counted_committed: 3,
        unseen: [],
      })
      await holdUnseen(at().container, null)
      expect((await levelOf(at(), SKU)).reserved).toBe(3)
    })
  })

  describe("what a look found", () => {
    it("is stored together with whom it is told to, or not at all", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { stockBook, stockNudges } = marketplacesOf(at().container)
      const { items, looked, record } = await soldUnseen(shop, 4)
      const [other] = await shop.addListings(1)
      const due = async () =>
        (await stockNudges.listDue(shop.channel.id, 5)).map(
          ({ listing_id, cause }) => [listing_id, cause]
        )
      const store = (after: () => Promise<void>) =>
        stockBook.record(
          shop.channel.id,
          [record],
          new Date(),
          null,
          async (sql) => {
            await stockNudges.addItems(items, "shared", looked, sql)
            await after()
          }
        )
      const killed = () => Promise.reject(new Error("killed"))
      await expect(store(killed)).rejects.toThrow("killed")
      expect([await shop.unseen(), await due()]).toEqual([0, []])
      await store(async () => undefined)
      expect([await shop.unseen(), await due()]).toEqual([
        4,
        [[other, "shared"]],
      ])
    })
  })

  describe("a raise that is accepted and not shown", () => {
    it("is neither a sale nor proven, and is shown when it comes", async () => {
      const shop = await FakeStockShop.open(at, 4)
      await shop.shows(4)
      at().fake.stock.unheeded.add(EXTERNAL_SKU)
      await shop.stock(10)
      await shop.until(async () => (await shop.state()) === "pushed")
      const before = (await shop.pushes()).length
      await shop.look()
      await shop.look()
      expect([await shop.state(), await shop.unseen()]).toEqual(["pushed", 0])
      const pushes = await shop.pushes()
      expect(pushes.length).toBe(before)
      expect(pushes.at(-1)).toMatchObject({
        outcome: "accepted",
        confirmed_at: null,
      })
      shop.edit(10)
      await shop.shows(10)
      expect(await shop.unseen()).toBe(0)
      expect((await shop.pushes()).at(-1)).toMatchObject({
        confirmed_at: expect.any(Date),
      })
    })
  })

  describe("a warehouse without a location", () => {
    it("is looked at as if for the first time once it has one", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { warehouses } = shop.channel.settings
      await shop.set({ warehouses: [] })
      await shop.until(async () => (await shop.state()) === "not_mapped")
      shop.sell(3)
      await shop.set({ warehouses })
      await shop.shows(7)
      expect(await shop.unseen()).toBe(3)
      expect(await claimOf(shop)).toMatchObject({ seen_committed: 3 })
    })
  })

  describe("what a variant is made of", () => {
    it("moves its number when it changes, though no level does", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const { container } = at()
      const link = container.resolve(ContainerRegistrationKeys.LINK)
      const { inventory_item_id } = await claimOf(shop)
      const [{ variant_id }] = await marketplacesOf(
        container
      ).listMarketplaceListings({ id: shop.listing_id })
      const tie = (required_quantity: number) => ({
        [Modules.PRODUCT]: { variant_id: variant_id ?? "" },
        [Modules.INVENTORY]: { inventory_item_id },
        data: { required_quantity },
      })
      await link.create(tie(2))
      await shop.shows(5)
      await link.create(tie(1))
      await shop.shows(10)
      await link.dismiss(tie(1))
      await shop.shows(0)
      await container
        .resolve(Modules.PRODUCT)
        .updateProductVariants(variant_id ?? "", { manage_inventory: false })
      await shop.until(async () => (await shop.state()) === "not_counted")
    })
  })

  describe("a link that is taken off", () => {
    it("takes along what a look under way would store, and nothing of a new link", async () => {
      const shop = await FakeStockShop.open(at, 10)
      await shop.shows(10)
      const marketplaces = marketplacesOf(at().container)
      const { stockBook, stockNudges } = marketplaces
      const { record } = await soldUnseen(shop, 4)
      const { listing_id } = shop
      const [{ variant_id }] = await marketplaces.listMarketplaceListings({
        id: listing_id,
      })
      const known = async () => [
        (await marketplaces.listMarketplaceStockCells({ listing_id })).length,
        (await marketplaces.listMarketplaceListingStocks({ listing_id }))
          .length,
        (await marketplaces.listMarketplaceStockNudges({ listing_id })).length,
      ]
      await stockNudges.addListings([listing_id], "link")
      await stockBook.forget([listing_id])
      expect(await known()).toEqual([1, 1, 1])

      await marketplaces.updateMarketplaceListings({
        id: listing_id,
        variant_id: null,
      })
      await stockBook.forget([listing_id])
      await stockBook.record(shop.channel.id, [record], new Date())
      expect(await known()).toEqual([0, 0, 0])
      await marketplaces.updateMarketplaceListings({
        id: listing_id,
        variant_id,
      })
      await stockBook.record(shop.channel.id, [record], new Date())
      expect(await known()).toEqual([1, 1, 0])
    })
  })
}
