import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import {
  pushesStock,
  StockTarget,
} from "../../src/domain/provider/pushes-stock"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { Bench, meets } from "../bench"
import { control } from "../orders"
import { BenchShop } from "../shop"
import { Kind, offer } from "../stock-articles"
import { downloadListings } from "../stock-channels"
import { shelvesOf, stockUp } from "../stock-shelves"
import { sweep, untilEven } from "../stock-waiting"

/** 10,000 listings, four SKUs a product, which is kind to whoever writes product by product. */
const KIND: Kind = { name: "MANY", products: 2_500, skus_each: 4, stock: 50 }
const LISTINGS = KIND.products * KIND.skus_each
/** One in a hundred of them, and one in a thousand, far apart. */
const CHANGED = LISTINGS / 100
const FEW = LISTINGS / 1000

/**
 * Calls to the marketplace, reads and read-backs among them, until it shows what changed in
 * Medusa, against one call for each product, as whoever does not know what changed makes them.
 */
export const bench: Bench = {
  title: "Calls for 100 changed of 10,000 listings, beside pushing all of them",
  better: "lower",
  goal: 0.1,
  async run(shop, say) {
    say(`${LISTINGS} listings`)
    await offer(shop, KIND, "tiktok-shop")
    await downloadListings(shop, [shop.channel.id])
    await stockUp(shop, KIND, [shop.channel.id])
    const first = await callsOf(shop, () => firstLook(shop))
    say(`first look: ${first.calls} calls in ${first.seconds} s`)
    const idle = await callsOf(shop, async () => {
      const found = await sweep(shop, shop.channel.id)
      if (found.compared < LISTINGS || found.repaired > 0) {
        throw new Error(`The comparison found ${JSON.stringify(found)}`)
      }
    })
    say(
      `comparison without a difference: ${idle.calls} calls in ${idle.seconds} s`
    )
    const changed = await callsOf(shop, () => change(shop, CHANGED, 7))
    say(`${CHANGED} changed: ${changed.calls} calls in ${changed.seconds} s`)
    const few = await callsOf(shop, () => change(shop, FEW, 3))
    say(`${FEW} changed: ${few.calls} calls in ${few.seconds} s`)
    const full = await callsOf(shop, () => pushAll(shop))
    say(`all pushed: ${full.calls} calls in ${full.seconds} s`)
    const ours = changed.calls
    const baseline = full.calls
    return {
      ours,
      baseline,
      unit: "calls",
      ok: meets(bench, ours / baseline) && few.calls < changed.calls / 4,
      details: {
        listings: LISTINGS,
        changed: CHANGED,
        calls: changed.by_kind,
        changed_few: FEW,
        calls_of_few: few.by_kind,
        idle_comparison: idle.by_kind,
        first_look: first.by_kind,
        full_push: full.by_kind,
        seconds: {
          changed: changed.seconds,
          few: few.seconds,
          idle_comparison: idle.seconds,
          first_look: first.seconds,
          full_push: full.seconds,
        },
      },
    }
  },
}

type Calls = {
  calls: number
  by_kind: Record<string, number>
  seconds: number
}

/** What the marketplace was asked about stock meanwhile, as it counted itself. */
async function callsOf(
  shop: BenchShop,
  work: () => Promise<unknown>
): Promise<Calls> {
  const before = await counts(shop)
  const start = performance.now()
  await work()
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1))
  const after = await counts(shop)
  const by_kind = Object.fromEntries(
    Object.entries(after)
      .map(([kind, count]) => [kind, count - (before[kind] ?? 0)] as const)
      .filter(([, count]) => count > 0)
  )
  const calls = Object.values(by_kind).reduce((sum, count) => sum + count, 0)
  return { calls, by_kind, seconds }
}

async function counts(shop: BenchShop): Promise<Record<string, number>> {
  const { counts } = await control<{ counts: Record<string, number> }>(
    shop,
    "/calls"
  )
  return Object.fromEntries(
    Object.entries(counts).filter(([kind]) => kind.includes("/inventory/"))
  )
}

async function firstLook(shop: BenchShop): Promise<void> {
  const { stockNudges, flows } = marketplacesOf(shop.container)
  // Nothing is raised before the newest orders were read.
  await flows.hasten([shop.channel.id], "recent_orders")
  await stockNudges.addChannel(shop.channel.id, "link")
  await flows.hasten([shop.channel.id], "stock")
  await untilEven(shop, shop.channel.id, KIND)
}

/** Counts articles anew that lie far apart, and waits until the marketplace shows it. */
async function change(
  shop: BenchShop,
  count: number,
  stocked_quantity: number
): Promise<void> {
  const apart = LISTINGS / count
  const shelves = await shelvesOf(
    shop,
    KIND,
    Array.from({ length: count }, (_, place) => place * apart)
  )
  await updateInventoryLevelsWorkflow(shop.container).run({
    input: {
      updates: shelves.map((shelf) => ({ ...shelf, stocked_quantity })),
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  await untilEven(shop, shop.channel.id, KIND)
}

/** Every product's numbers, product by product, by the same provider. */
async function pushAll({ container, channel }: BenchShop): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!pushesStock(provider)) {
    throw new Error(`${channel.provider_id} takes no stock`)
  }
  const listings = await marketplaces.listMarketplaceListings(
    { channel_id: channel.id, link_state: "linked" },
    { select: ["external_product_id", "external_sku_id", "quantities"] }
  )
  type Quantity = { warehouse_external_id: string; quantity: number }
  const targets = listings.map(
    ({ quantities, external_product_id, external_sku_id }): StockTarget => ({
      listing: { external_product_id, external_sku_id },
      warehouses: (quantities as unknown as Quantity[]).map((one) => ({
        ...one,
        committed: null,
      })),
    })
  )
  const access = marketplaces.access.open(channel)
  for (const group of provider.groupTargets(targets)) {
    await provider.pushStock(access, group)
  }
}
