import { Catalogue } from "./catalogue"
import { Product, StockLevel } from "./product"

/** What ordered units do to the shelf. */
export type UnitPhase =
  /** Nothing: not placed, cancelled before they left, or another seller's. */
  | "none"
  /** On the shelf, but of an open order. */
  | "reserved"
  /** With the carrier, or further. */
  | "gone"

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

const EMPTY: StockLevel = { available: 0, reserved: 0 }

/** Keeps the shelves in step with the orders. */
export class Stock {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly onChange: (change: StockChange) => void
  ) {}

  /**
   * Moves units from one phase to the next.
   * @throws {OutOfStock} when there are not enough to reserve.
   */
  move(
    product_id: number,
    warehouse_id: number,
    units: number,
    [from, to]: [UnitPhase, UnitPhase]
  ): void {
    if (from === to) {
      return
    }
    const product = this.catalogue.get(product_id)
    const level = product.stock.get(warehouse_id) ?? EMPTY
    const count = (phase: UnitPhase) =>
      Number(to === phase) - Number(from === phase)
    const next = {
      available: level.available - count("gone") * units,
      reserved: level.reserved + count("reserved") * units,
    }
    if (from === "none" && next.reserved > next.available) {
      throw new OutOfStock(product)
    }
    this.set(product, warehouse_id, next)
  }

  /** Writes a level and tells what has changed. */
  set(product: Product, warehouse_id: number, to: StockLevel): void {
    const from = product.stock.get(warehouse_id) ?? EMPTY
    product.stock.set(warehouse_id, to)
    if (from.available !== to.available || from.reserved !== to.reserved) {
      this.onChange({ product, warehouse_id, from, to })
    }
  }

  /** New goods arrive. */
  receive(product_id: number, warehouse_id: number, units: number): void {
    const product = this.catalogue.get(product_id)
    const level = product.stock.get(warehouse_id) ?? EMPTY
    const available = level.available + units
    this.set(product, warehouse_id, { ...level, available })
  }
}
