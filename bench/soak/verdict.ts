import { SoakShop } from "./shop"

/** What became of what was sold. */
export type Verdict = {
  sold: number
  /** Sold orders that have their Medusa order. */
  imported: number
  lost: number
  /** Medusa orders beyond one for each sold order. */
  doubled: number
  /** Orders that are still to be read or settled. */
  due: number
  stock: {
    /** Writes that reached the marketplaces, by their own books. */
    writes: number
    /** Those beyond one for each write that was put on record before it was sent. */
    doubled: number
    /** Articles whose numbers are not what the books of both marketplaces make them. */
    wrong: WrongShelf[]
    oversold: number
    /** Units that are held back everywhere, as nobody knows whether a write of the dead has arrived. */
    held_back: number
  }
}

type WrongShelf = { seller_sku: string; is: object; should_be: object }

/** Holds the shop against the marketplaces' own books. */
export async function verdictOn(shop: SoakShop): Promise<Verdict> {
  const { records, sales } = shop
  const imported = await records.imported()
  const ids = new Set(imported.map(({ external_id }) => external_id))
  const due = await records.due()
  const found = sales.filter(({ external_id }) => ids.has(external_id)).length
  return {
    sold: sales.length,
    imported: found,
    lost: sales.length - found,
    doubled: (await records.hostOrders()) - ids.size,
    due: due.orders + due.settling,
    stock: {
      ...(await writesOf(shop)),
      wrong: await wrongShelves(shop),
      oversold: oversold(shop),
      held_back: await records.heldBack(),
    },
  }
}

async function writesOf({ sandbox, articles, records }: SoakShop) {
  const skus = new Set(
    articles.flatMap(({ tiktok_sku_id, tiki_product_id }) => [
      tiktok_sku_id,
      String(tiki_product_id),
    ])
  )
  const writes = [
    ...sandbox.tiktok.stock.writes.list(),
    ...sandbox.tiki.stock.writes.list(),
  ].filter(({ sku_id, by }) => by === "app" && skus.has(sku_id))
  const sent = (await records.pushes())
    .filter(({ outcome }) => outcome !== "postponed")
    .reduce((sum, { count }) => sum + count, 0)
  return {
    writes: writes.length,
    doubled: Math.max(writes.length - sent, 0),
  }
}

function oversold({ sandbox, articles }: SoakShop): number {
  const counters = [
    ...sandbox.tiki.books().shops.flatMap(({ stock }) => stock),
    ...articles.flatMap(({ tiktok_sku_id }) => [
      ...sandbox.tiktok.catalogue.getSku(tiktok_sku_id).stock.values(),
    ]),
  ]
  return counters.reduce((units, one) => units + one.oversold, 0)
}

/**
 * One shelf, two marketplaces: each shows what lies there less what both have sold. A write
 * whose end nobody knows, as of a process that died, leaves units in doubt for a while: they are
 * held back everywhere.
 */
async function wrongShelves({
  records,
  channels,
  sandbox,
  articles,
  units,
  sales,
}: SoakShop): Promise<WrongShelf[]> {
  const sold = new Map<string, number>()
  for (const { seller_sku } of sales) {
    sold.set(seller_sku, (sold.get(seller_sku) ?? 0) + 1)
  }
  const shelves = new Map(
    (
      await records.shelves(
        channels.tiktok.id,
        articles.map(({ seller_sku }) => seller_sku)
      )
    ).map((shelf) => [shelf.seller_sku, shelf])
  )
  return articles.flatMap(({ seller_sku, tiktok_sku_id, tiki_product_id }) => {
    const gone = sold.get(seller_sku) ?? 0
    const [level] = sandbox.tiktok.catalogue
      .getSku(tiktok_sku_id)
      .stock.values()
    const [pile] = sandbox.tiki.catalogue.get(tiki_product_id).stock.values()
    const shelf = shelves.get(seller_sku)
    const is = {
      tiktok: level.available,
      tiki: pile.available - pile.reserved,
      stocked: shelf?.stocked,
      reserved: shelf?.reserved,
      reserved_by_orders: shelf?.reserved_by_orders,
      unseen: shelf?.unseen,
    }
    const unseen = shelf?.unseen ?? 0
    const should_be = {
      tiktok: units - gone - unseen,
      tiki: units - gone - unseen,
      stocked: units,
      reserved: gone + unseen,
      reserved_by_orders: gone,
      unseen,
    }
    return JSON.stringify(is) === JSON.stringify(should_be)
      ? []
      : [{ seller_sku, is, should_be }]
  })
}
