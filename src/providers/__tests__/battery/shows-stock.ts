import {
  ListingKey,
  ListingStock,
  PushesStock,
  pushesStock,
  StockOutcome,
  StockTarget,
  WarehouseStock,
} from "../../../domain/provider/pushes-stock"
import { Bench, isAmount, TestAccess } from "./bench"
import { ProviderWorld } from "./world"

const UNKNOWN: ListingKey = {
  external_product_id: "123456789012345677",
  external_sku_id: "123456789012345678",
}

/** The marketplace shows what it was told, and each write happens once. */
export function showsStock(at: () => Bench): void {
  describe("shows stock", () => {
    it("as the marketplace counts it, in every warehouse, the orders' units apart", async () => {
      const { shop, access } = await connect(at())
      const [before] = await shop.read([shop.first])
      shop.world.sell(shop.first, 2)
      const stocks = await shop.read([...shop.world.listings, UNKNOWN])
      expect(stocks.map(({ listing }) => listing)).toEqual(shop.world.listings)
      for (const { listing, warehouses } of stocks) {
        expect(sorted(warehouses)).toEqual(sorted(shop.world.shown(listing)))
        for (const { available, committed } of warehouses) {
          expect(isAmount(available)).toBe(true)
          expect(committed === null || isAmount(committed)).toBe(true)
        }
      }
      const [after] = stocks
      expect(unitsOf(after, "available")).toBe(unitsOf(before, "available") - 2)
      if (after.warehouses.every(({ committed }) => committed !== null)) {
        expect(unitsOf(after, "committed")).toBe(
          unitsOf(before, "committed") + 2
        )
      }
      expect(new Set(access.lanes)).toEqual(new Set(["stock"]))
    })

    it("the same for all at once, where it can", async () => {
      const { shop, access } = await connect(at())
      const { provider, world, first } = shop
      if (!provider.readAllStock) {
        return
      }
      world.sell(first, 2)
      const found: ListingStock[] = []
      for await (const page of provider.readAllStock(access)) {
        found.push(...page)
      }
      const calls = access.lanes.length
      expect(calls).toBeLessThan(world.listings.length)
      for (const stock of await shop.read(world.listings)) {
        expect(found).toContainEqual(stock)
      }
    })

    it("that is the seller's own only", async () => {
      const { bench, shop } = await connect(at())
      const { kept_by_marketplace } = shop.world
      if (kept_by_marketplace) {
        const stocks = await shop.read([kept_by_marketplace])
        const ids = stocks
          .flatMap(({ warehouses }) => warehouses)
          .map((one) => one.warehouse_external_id)
        const { warehouse_ids } = bench.world.books
        expect(warehouse_ids.filter((id) => ids.includes(id))).toEqual([])
      }
    })

    it.each([
      ["fewer", (available: number) => Math.max(available - 3, 0)],
      ["more", (available: number) => available + 4],
      ["none", () => 0],
    ])("as it was told: %s, of the others as before", async (_what, change) => {
      const { shop, access } = await connect(at())
      const { first, world } = shop
      world.sell(first, 2)
      const [before] = await shop.read([first])
      const others = world.listings.slice(1).map(world.shown)
      const target = targetOf(before, change)
      access.lanes.length = 0
      expect(await shop.push([target])).toEqual([{ listing: first, ok: true }])
      expect(access.lanes).toEqual(["stock"])
      const [after] = await shop.read([first])
      expect(sorted(after.warehouses)).toEqual(
        sorted(
          before.warehouses.map((one) => ({
            ...one,
            available: change(one.available),
          }))
        )
      )
      expect(world.timesWritten(first)).toBe(1)
      expect(world.listings.slice(1).map(world.shown)).toEqual(others)
    })

    it("of any number of listings, each in one group", async () => {
      const { shop } = await connect(at())
      const { listings } = shop.world
      const targets = (await shop.read(listings)).map((stock, index) =>
        targetOf(stock, (available) => available + index + 1)
      )
      const groups = shop.provider.groupTargets(targets)
      expect(groups.flat()).toHaveLength(targets.length)
      expect(groups.flat()).toEqual(expect.arrayContaining(targets))
      expect(shop.provider.groupTargets([])).toEqual([])
      expect(await shop.push(targets)).toEqual(
        expect.arrayContaining(
          listings.map((listing) => ({ listing, ok: true }))
        )
      )
      for (const { listing, warehouses } of await shop.read(listings)) {
        const target = targets.find((one) => one.listing === listing)
        expect(numbers(warehouses)).toEqual(wanted(target))
      }
    })

    it("unless a campaign holds the number, and says so", async () => {
      const { bench, shop } = await connect(at())
      const { first, world } = shop
      world.lock(first)
      const before = world.listings.map(world.shown)
      const targets = (await shop.read(world.listings)).map((stock) =>
        targetOf(stock, (available) => Math.max(available - 1, 0))
      )
      const outcomes = await shop.push(targets)
      expect(outcomes).toHaveLength(targets.length)
      const outcome = outcomes.find(({ listing }) => listing === first)
      if (!outcome || outcome.ok) {
        throw new Error("the locked listing was taken")
      }
      expect(outcome.locked).toBe(true)
      await bench.expectError(Promise.reject(outcome.error), ["rejected"])
      expect(world.shown(first)).toEqual(before[0])
      expect(world.timesWritten(first)).toBe(0)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(targets.length - 1)
      expect(numbers(world.shown(world.listings[1]))).toEqual(
        wanted(targets[1])
      )
    })

    it("once, when the answer is lost", async () => {
      const { bench, shop } = await connect(at())
      const { first, world } = shop
      const [before] = await shop.read([first])
      const target = targetOf(before, (available) => available + 5)
      world.loseAnswer()
      await bench.expectError(shop.push([target]), ["outcome_unknown"])
      expect(world.timesWritten(first)).toBe(1)
      const [after] = await shop.read([first])
      expect(numbers(after.warehouses)).toEqual(wanted(target))
    })

    it("and leaves it to the caller to write again what was put off", async () => {
      const { bench, shop } = await connect(at())
      const { first, world } = shop
      const [before] = await shop.read([first])
      const target = targetOf(before, (available) => available + 5)
      world.refuseOnce()
      await bench.expectError(shop.push([target]), ["rate_limited"])
      expect(world.timesWritten(first)).toBe(0)
      expect(sorted(world.shown(first))).toEqual(sorted(before.warehouses))
    })
  })
}

type Shop = {
  provider: PushesStock
  world: NonNullable<ProviderWorld["stock"]>
  first: ListingKey
  read(listings: ListingKey[]): Promise<ListingStock[]>
  push(targets: StockTarget[]): Promise<StockOutcome[]>
}

async function connect(
  bench: Bench
): Promise<{ bench: Bench; access: TestAccess; shop: Shop }> {
  const { provider, world } = bench
  if (!world.stock || !pushesStock(provider)) {
    throw new Error("this world shows no stock: say so to describeProvider")
  }
  const access = await bench.connected()
  access.lanes.length = 0
  const shop: Shop = {
    provider,
    world: world.stock,
    first: world.stock.listings[0],
    read: async (listings) => {
      const size = provider.stock_read_batch_size
      const stocks: ListingStock[] = []
      for (let start = 0; start < listings.length; start += size) {
        const batch = listings.slice(start, start + size)
        stocks.push(...(await provider.readStock(access, batch)))
      }
      return listings.flatMap(
        (listing) => stocks.find((one) => one.listing === listing) ?? []
      )
    },
    push: async (targets) => {
      const outcomes: StockOutcome[] = []
      for (const group of provider.groupTargets(targets)) {
        outcomes.push(...(await provider.pushStock(access, group)))
      }
      return outcomes
    },
  }
  return { bench, access, shop }
}

function targetOf(
  { listing, warehouses }: ListingStock,
  change: (available: number) => number
): StockTarget {
  return {
    listing,
    warehouses: warehouses.map(
      ({ warehouse_external_id, available, committed }) => ({
        warehouse_external_id,
        quantity: change(available),
        committed,
      })
    ),
  }
}

function unitsOf(
  { warehouses }: ListingStock,
  name: "available" | "committed"
): number {
  return warehouses.reduce((sum, one) => sum + (one[name] ?? 0), 0)
}

function sorted(warehouses: WarehouseStock[]): WarehouseStock[] {
  return [...warehouses].sort((one, other) =>
    one.warehouse_external_id < other.warehouse_external_id ? -1 : 1
  )
}

/** Units for sale by warehouse. */
function numbers(warehouses: WarehouseStock[]): Record<string, number> {
  return Object.fromEntries(
    warehouses.map((one) => [one.warehouse_external_id, one.available])
  )
}

function wanted(target: StockTarget | undefined): Record<string, number> {
  return Object.fromEntries(
    (target?.warehouses ?? []).map((one) => [
      one.warehouse_external_id,
      one.quantity,
    ])
  )
}
