import { Clock } from "../../shared/clock"
import { StockWrites } from "../../shared/stock-writes"
import { Catalogue } from "./catalogue"
import { Product, sellable, StockLevel } from "./product"
import { Sales, SalesBook } from "./sales"
import { StockEdit, StockWrite } from "./stock-write"
import { sumMoves, UnitMove } from "./unit-moves"

export class OutOfStock extends Error {
  constructor({ original_sku, product_id }: Product) {
    super(`out of stock: ${original_sku || product_id}`)
    this.name = "OutOfStock"
  }
}

/** One level, before and after. */
export type StockChange = {
  product: Product
  warehouse_id: number
  from: StockLevel
  to: StockLevel
}

/** What becomes of a write, and why when it is refused. */
export type WriteOutcome =
  { kind: "done" | "ignored" } | { kind: "refused"; reason: string }

/** Units on the shelf; null sets none, for a warehouse that the call left out. */
export type Asked = { sent: number | null; on_hand: number }

type Parts = {
  catalogue: Catalogue
  clock: Clock
  /** How long a written number is not shown yet (seconds). */
  delay_seconds(): number
  onChange(change: StockChange): void
}

const EMPTY: StockLevel = { available: 0, reserved: 0 }

/** Keeps the shelves in step with orders, writes and edits. */
export class Stock {
  readonly writes = new StockWrites<StockWrite>()
  private readonly sales_book = new SalesBook()

  constructor(private readonly parts: Parts) {}

  level({ stock }: Product, warehouse_id: number): StockLevel {
    return stock.get(warehouse_id) ?? EMPTY
  }

  sales({ product_id }: Product, warehouse_id: number): Sales {
    return this.sales_book.of(product_id, warehouse_id)
  }

  /** The levels as answers show them: what the app wrote a moment ago is missing. */
  shown(product: Product): Map<number, StockLevel> {
    const levels = new Map(product.stock)
    const delay_ms = this.parts.delay_seconds() * 1000
    if (delay_ms <= 0) {
      return levels
    }
    const writes = this.writes.list(String(product.product_id))
    const newest_shown = this.parts.clock.now() - delay_ms
    for (let last = writes.length - 1; last >= 0; last--) {
      const { at, by, warehouse_id, ...write } = writes[last]
      if (at <= newest_shown) {
        break
      }
      const level = levels.get(Number(warehouse_id))
      if (level && by === "app") {
        const hidden = write.on_hand_after - write.on_hand_before
        const available = Math.max(level.available - hidden, 0)
        levels.set(Number(warehouse_id), { ...level, available })
      }
    }
    return levels
  }

  /**
   * Moves units from phase to phase, all or none.
   * @param beyond_stock sells what is not there as well.
   * @throws {OutOfStock} when there are not enough to sell.
   */
  move(moves: readonly UnitMove[], beyond_stock = false): void {
    const cells = sumMoves(moves).map((cell) => {
      const product = this.parts.catalogue.get(cell.product_id)
      return { ...cell, product, from: this.level(product, cell.warehouse_id) }
    })
    const short = cells.find(({ change, from }) => change.sold > sellable(from))
    if (short && short.change.sold > 0 && !beyond_stock) {
      throw new OutOfStock(short.product)
    }
    for (const { product, warehouse_id, change, from } of cells) {
      this.sales_book.add(
        product.product_id,
        warehouse_id,
        change.sold,
        sellable(from)
      )
      this.set(product, warehouse_id, {
        available: from.available + change.available,
        reserved: from.reserved + change.reserved,
      })
    }
  }

  /** New goods arrive. */
  receive(product_id: number, warehouse_id: number, units: number): void {
    const product = this.parts.catalogue.get(product_id)
    const level = this.level(product, warehouse_id)
    const available = level.available + units
    this.set(product, warehouse_id, { ...level, available })
  }

  /** What the app wrote, by warehouse; kept on record whatever becomes of it. */
  write(
    product: Product,
    asked: ReadonlyMap<number, Asked>,
    outcome: WriteOutcome
  ): void {
    for (const [warehouse_id, { sent, on_hand }] of asked) {
      this.record("app", product, warehouse_id, sent, on_hand, outcome)
    }
  }

  /** What the seller, or a campaign, does at Tiki. @throws {RangeError} */
  edit(product_id: number, edit: StockEdit): Product {
    const product = this.parts.catalogue.get(product_id)
    const warehouse_id = edit.warehouse_id ?? [...product.stock.keys()][0]
    if (edit.available !== undefined || edit.change !== undefined) {
      const { available } = this.level(product, warehouse_id)
      const wanted = (edit.available ?? available) + (edit.change ?? 0)
      const on_hand = Math.max(wanted, 0)
      this.record("seller", product, warehouse_id, on_hand, on_hand, {
        kind: "done",
      })
    }
    product.ignores_writes = edit.ignores_writes ?? product.ignores_writes
    product.locked_by_campaign =
      edit.locked_by_campaign ?? product.locked_by_campaign
    return product
  }

  clear(): void {
    this.writes.clear()
    this.sales_book.clear()
  }

  private record(
    by: StockWrite["by"],
    product: Product,
    warehouse_id: number,
    asked: number | null,
    on_hand: number,
    outcome: WriteOutcome
  ): void {
    const from = this.level(product, warehouse_id)
    const done = outcome.kind === "done"
    const to = done ? { ...from, available: on_hand } : from
    this.writes.add({
      at: this.parts.clock.now(),
      by,
      product_id: String(product.super_id || product.product_id),
      sku_id: String(product.product_id),
      warehouse_id: String(warehouse_id),
      asked,
      before: sellable(from),
      after: sellable(to),
      on_hand_before: from.available,
      on_hand_after: to.available,
      committed: from.reserved,
      sold: this.sales(product, warehouse_id).sold,
      outcome: outcome.kind,
      reason: outcome.kind === "refused" ? outcome.reason : null,
    })
    if (done) {
      this.set(product, warehouse_id, to)
    }
  }

  /** Writes a level and tells what has changed. */
  private set(product: Product, warehouse_id: number, to: StockLevel): void {
    const from = this.level(product, warehouse_id)
    product.stock.set(warehouse_id, to)
    if (from.available !== to.available || from.reserved !== to.reserved) {
      this.parts.onChange({ product, warehouse_id, from, to })
    }
  }
}
