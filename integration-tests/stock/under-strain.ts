import { marketplacesOf } from "../../src/workflows/marketplaces"
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
}
