import { Catalogue } from "./catalogue"
import { Sku, StockLevel } from "./product"

/** What an ordered unit does to the shelf. */
export type UnitPhase =
  /** No effect: not placed, or the goods lie with TikTok. */
  | "none"
  /** Committed to an open order. */
  | "held"
  /** Back on the shelf: cancelled before it left. */
  | "released"
  /** With the carrier, or further. */
  | "gone"

export class OutOfStock extends Error {
  constructor(sku: Sku) {
    super(`out of stock: ${sku.seller_sku || sku.id}`)
    this.name = "OutOfStock"
  }
}

/** Keeps available and committed units in step with the orders. */
export class Stock {
  constructor(private readonly catalogue: Catalogue) {}

  /** What can be sold; of a set, as many as its parts allow. */
  level(sku: Sku, warehouse_id: string): StockLevel {
    if (!sku.parts.length) {
      return sku.stock.get(warehouse_id) ?? { available: 0, committed: 0 }
    }
    const available = Math.min(
      ...sku.parts.map(({ sku_id, quantity }) => {
        const part = this.catalogue.getSku(sku_id).stock.get(warehouse_id)
        return Math.floor((part?.available ?? 0) / quantity)
      })
    )
    return { available, committed: 0 }
  }

  /**
   * Moves one unit of a SKU from one phase to the next.
   * @throws {OutOfStock} when there is none to hold.
   */
  move(
    sku_id: string,
    warehouse_id: string,
    from: UnitPhase,
    to: UnitPhase
  ): void {
    if (from === to) {
      return
    }
    const held = Number(to === "held") - Number(from === "held")
    const onShelf = (phase: UnitPhase) =>
      phase === "none" || phase === "released"
    const taken = Number(onShelf(from)) - Number(onShelf(to))
    const cells = this.cells(sku_id, warehouse_id)
    for (const { sku, level, quantity } of cells) {
      if (taken > 0 && level.available < quantity) {
        throw new OutOfStock(sku)
      }
    }
    for (const { level, quantity } of cells) {
      level.available -= taken * quantity
      level.committed += held * quantity
    }
  }

  /** New goods arrive; of a set, its parts. */
  receive(sku_id: string, warehouse_id: string, units: number): void {
    for (const { level, quantity } of this.cells(sku_id, warehouse_id)) {
      level.available += units * quantity
    }
  }

  private cells(sku_id: string, warehouse_id: string) {
    const sku = this.catalogue.getSku(sku_id)
    const parts = sku.parts.length ? sku.parts : [{ sku_id, quantity: 1 }]
    return parts.map((part) => {
      const part_sku = this.catalogue.getSku(part.sku_id)
      const level = part_sku.stock.get(warehouse_id) ?? {
        available: 0,
        committed: 0,
      }
      part_sku.stock.set(warehouse_id, level)
      return { sku: part_sku, level, quantity: part.quantity }
    })
  }
}
