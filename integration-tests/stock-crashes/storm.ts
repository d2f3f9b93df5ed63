import { setTimeout as sleep } from "node:timers/promises"
import { Random } from "../../sandbox/shared/random"
import { Article } from "./articles"
import { StockShop } from "./shop"

const BUY_EVERY_MS = 200
const FILL_EVERY_MS = 500
/** Nothing is filled up of which there are as many for sale. */
const PLENTY = 6
/** A host that dies may leave a request without an end. */
const PATIENCE_MS = 3_000
/** Articles that are filled up at once. */
const FILLED = 3

/** Buyers on both marketplaces, and somebody who fills up the shelf while the host lives. */
export class Storm {
  private readonly random = new Random(5)
  private readonly stocked: Map<Article, number>
  private blowing = true
  private readonly done: Promise<unknown>

  constructor(
    private readonly shop: StockShop,
    stocked: ReadonlyMap<Article, number>
  ) {
    this.stocked = new Map(stocked)
    this.done = Promise.all([this.buy(), this.fill()])
  }

  async end(): Promise<void> {
    this.blowing = false
    await this.done
  }

  private async buy(): Promise<void> {
    const { tiktok, tiki } = this.shop.sandbox
    while (this.blowing) {
      const article = this.random.pick(this.shop.articles)
      const quantity = this.random.integer(1, 2)
      ifInStock(() =>
        this.random.chance(0.5)
          ? tiktok.addOrders([
              { lines: [{ sku_id: article.tiktok_sku_id, quantity }] },
            ])
          : tiki.addOrders([
              { lines: [{ product_id: article.tiki_product_id, quantity }] },
            ])
      )
      await sleep(BUY_EVERY_MS)
    }
  }

  /** What sells out is filled up. Numbers only go up: whoever judges a write knows the most that there can have been. */
  private async fill(): Promise<void> {
    while (this.blowing) {
      const filled = new Set(
        Array.from({ length: FILLED }, () =>
          this.random.pick(this.shop.articles)
        ).filter((article) => this.left(article) < PLENTY)
      )
      const update = [...filled].map((article) => {
        const stocked =
          (this.stocked.get(article) ?? 0) + this.random.integer(1, 2)
        this.stocked.set(article, stocked)
        return { ...article.shelf, stocked_quantity: stocked }
      })
      const filling = this.shop.host
        .core("POST", "/inventory-items/location-levels/batch", { update })
        // Dead, or not yet alive; the next filling names higher numbers.
        .catch(() => undefined)
      await Promise.race([filling, sleep(PATIENCE_MS)])
      await sleep(FILL_EVERY_MS)
    }
  }

  private left({ tiktok_sku_id }: Article): number {
    const { catalogue } = this.shop.sandbox.tiktok
    const [level] = [...catalogue.getSku(tiktok_sku_id).stock.values()]
    return level.available
  }
}

function ifInStock(buy: () => unknown): void {
  try {
    buy()
  } catch (error) {
    if (!(error instanceof Error && error.name === "OutOfStock")) {
      throw error
    }
  }
}
