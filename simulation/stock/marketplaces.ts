import { Clock } from "../../sandbox/shared/clock"
import { Stock as TikiStock } from "../../sandbox/tiki/products/stock"
import { Product } from "../../sandbox/tiki/products/product"
import { TikiTwin } from "../../sandbox/tiki/twin"
import { Stock as TikTokStock } from "../../sandbox/tiktok-shop/products/stock"
import { Sku } from "../../sandbox/tiktok-shop/products/product"
import { TikTokShopTwin } from "../../sandbox/tiktok-shop/twin"

export type Counters = { available: number; committed: number }

/** One article on a marketplace, counted by the marketplace's own twin. */
export interface Marketplace {
  readonly name: string
  /** Its messages lie in a queue until that is read; otherwise they come by themselves. */
  readonly has_queue: boolean
  /** What it is told: units for sale, or all that lie in the warehouse. */
  readonly takes: "for_sale" | "on_hand"
  read(): Counters
  /** Sets what is for sale; `committed` as read before, for those who are told the sum. */
  write(quantity: number, committed: number): void
  /** False when too few are for sale. */
  sell(): boolean
  ship(): void
  cancel(): void
  /** The seller changes the number by hand. */
  edit(change: number): void
  /** Net units sold, as the marketplace itself counts them. */
  sold(): number
  /** Drops what the twin keeps on record of writes. */
  forget(): void
}

export function openMarketplaces(now: () => number): Marketplace[] {
  const clock = new Clock(now)
  return [
    new OnTikTokShop(new TikTokShopTwin(clock, { orders: 0 })),
    new OnTiki(new TikiTwin(clock, { orders: 0 })),
  ]
}

class OnTikTokShop implements Marketplace {
  readonly name = "TikTok Shop"
  readonly has_queue = false
  readonly takes = "for_sale"
  private readonly stock: TikTokStock
  private readonly sku: Sku
  private readonly warehouse_id: string

  constructor(twin: TikTokShopTwin) {
    this.stock = twin.stock
    const [product] = twin.catalogue.ofShop(twin.shop().id)
    this.sku = product.skus[0]
    this.warehouse_id = this.stock.warehouses(this.sku)[0]
    this.write(0)
  }

  read(): Counters {
    const { available, committed } = this.stock.level(
      this.sku,
      this.warehouse_id
    )
    return { available, committed }
  }

  write(quantity: number): void {
    this.stock.write(this.sku, this.warehouse_id, quantity)
  }

  sell(): boolean {
    return this.read().available > 0 && this.move("none", "held")
  }

  ship(): void {
    this.move("held", "gone")
  }

  cancel(): void {
    this.move("held", "released")
  }

  edit(change: number): void {
    this.stock.edit(this.sku.id, { change })
  }

  sold(): number {
    return this.stock.level(this.sku, this.warehouse_id).sold
  }

  forget(): void {
    this.stock.clear()
  }

  private move(
    from: "none" | "held",
    to: "held" | "gone" | "released"
  ): boolean {
    this.stock.move([
      { sku_id: this.sku.id, warehouse_id: this.warehouse_id, from, to },
    ])
    return true
  }
}

class OnTiki implements Marketplace {
  readonly name = "Tiki"
  readonly has_queue = true
  readonly takes = "on_hand"
  private readonly stock: TikiStock
  private readonly product: Product
  private readonly warehouse_id: number

  constructor(twin: TikiTwin) {
    this.stock = twin.stock
    this.product = twin.catalogue.ofSeller(twin.seller().id)[0]
    this.warehouse_id = [...this.product.stock.keys()][0]
    this.write(0, 0)
  }

  read(): Counters {
    const { available, reserved } = this.stock.level(
      this.product,
      this.warehouse_id
    )
    return { available: available - reserved, committed: reserved }
  }

  write(quantity: number, committed: number): void {
    const on_hand = quantity + committed
    this.stock.write(
      this.product,
      new Map([[this.warehouse_id, { sent: on_hand, on_hand }]]),
      { kind: "done" }
    )
  }

  sell(): boolean {
    return this.read().available > 0 && this.move("none", "reserved")
  }

  ship(): void {
    this.move("reserved", "gone")
  }

  cancel(): void {
    this.move("reserved", "none")
  }

  edit(change: number): void {
    this.stock.edit(this.product.product_id, { change })
  }

  sold(): number {
    return this.stock.sales(this.product, this.warehouse_id).sold
  }

  forget(): void {
    this.stock.writes.clear()
  }

  private move(
    from: "none" | "reserved",
    to: "reserved" | "gone" | "none"
  ): boolean {
    this.stock.move([
      {
        product_id: this.product.product_id,
        warehouse_id: this.warehouse_id,
        units: 1,
        from,
        to,
      },
    ])
    return true
  }
}
