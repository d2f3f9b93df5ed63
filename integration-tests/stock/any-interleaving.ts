import fc from "fast-check"
import { Modules } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"
import { Shop } from "../cases/fake-shop"
import { BusyShop, Place } from "./busy-shop"
import { FakeStockShop, SKU } from "./fake-stock-shop"
import { Truth, Watermarks } from "./watermarks"

const SEEDS = [1, 2, 3, 4]
const STOCK = 20

type Act = (shop: BusyShop) => Promise<void>
type Action = { name: string; after_ms: number; act: Act }

const units = fc.integer({ min: 1, max: 5 })
const plainly = (name: string, act: Act) => fc.constant({ name, act })
const withUnits = (
  name: string,
  act: (shop: BusyShop, units: number) => Promise<void>
) =>
  units.map((n) => ({ name: `${name} ${n}`, act: (s: BusyShop) => act(s, n) }))

const action = fc
  .tuple(
    fc.oneof(
      withUnits("storefront sells", (shop, n) => shop.storefrontSells(n)),
      plainly("storefront cancels", (shop) => shop.storefrontCancels()),
      withUnits("return received", (shop, n) => shop.receives(n)),
      withUnits("shelf counted", (shop, n) => shop.counts(8 + 3 * n)),
      withUnits("marketplace sells", (shop, n) => shop.marketplaceSells(n)),
      withUnits("marketplace sells", (shop, n) => shop.marketplaceSells(n)),
      plainly("feed tells", (shop) => shop.feedTells()),
      plainly("feed tells", (shop) => shop.feedTells()),
      plainly("buyer cancels", (shop) => shop.buyerCancels()),
      plainly("parcel leaves", (shop) => shop.parcelLeaves()),
      plainly("listing is looked at", (shop) => shop.looks()),
      plainly("holds are settled elsewhere", (shop) => shop.holds())
    ),
    fc.nat(40)
  )
  .map(([one, after_ms]): Action => ({ ...one, after_ms }))

/** Rounds of things that happen at the same time. */
const programs = fc.array(fc.array(action, { minLength: 3, maxLength: 6 }), {
  minLength: 3,
  maxLength: 4,
})

/** Whatever happens at the same time, nothing is lost and nothing is offered twice. */
export function anyInterleaving(at: () => Shop): void {
  describe("for any interleaving of sales, cancels, returns, counts and writes", () => {
    it.each(SEEDS)(
      "reserved is what open lines and holds keep, and no write exceeds what was free (seed %p)",
      async (seed) => {
        const [program] = fc.sample(programs, { seed, numRuns: 1 })
        const shop = await FakeStockShop.open(at, STOCK)
        await shop.shows(STOCK)
        const place = await placeOf(at())
        const busy = new BusyShop(at, shop, place)
        const watched = new Watermarks(
          at().container,
          shop.channel.id,
          place.inventory_item_id,
          at().fake.stock,
          () => busy.sold()
        )
        try {
          for (const round of program) {
            await Promise.all(
              round.map(async ({ act, after_ms }) => {
                await sleep(after_ms)
                await act(busy)
              })
            )
            judge(watched)
          }
          const open = () => busy.openInStorefront() + busy.openOrders()
          await shop.look()
          await shop.until(async () => {
            const { reserved, held } = await watched.now()
            return reserved === open() + held && (await shop.state()) === "even"
          })
          const end = await watched.now()
          expect(end.reserved).toBe(end.rows)
          expect(end.held).toBeGreaterThanOrEqual(busy.untold())
          expect(shop.shown()).toBe(Math.max(end.stocked - end.reserved, 0))
          judge(watched)
          expect(watched.writes.length).toBeGreaterThan(0)
        } finally {
          watched.end()
        }
      },
      120_000
    )
  })
}

/** At the moment of every database read, and for every write that was decided after it. */
function judge({ truths, writes }: Watermarks): void {
  for (const { reserved, rows } of truths) {
    expect(reserved).toBe(rows)
  }
  for (const write of writes) {
    const { quantity, sold, watermark } = write
    expect({
      ...write,
      within: quantity <= Math.max(freeAt(watermark, sold), 0),
    }).toMatchObject({ within: true })
  }
}

/** What nobody had bought: by Medusa at the watermark, and by the counters read after it. */
function freeAt(
  { stocked, reserved, held, counted }: Truth,
  sold: number
): number {
  return stocked - (reserved - held) - Math.max(sold - counted, 0)
}

async function placeOf({ container }: Shop): Promise<Place> {
  const inventory = container.resolve(Modules.INVENTORY)
  const [item] = await inventory.listInventoryItems({ sku: SKU })
  const [{ location_id }] = await inventory.listInventoryLevels({
    inventory_item_id: item.id,
  })
  return { inventory_item_id: item.id, location_id }
}
