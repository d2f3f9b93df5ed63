import { Clock } from "../../shared/clock"
import { StockWrites } from "../../shared/stock-writes"
import { Catalogue } from "./catalogue"
import { Sku, StockLevel } from "./product"
import { StockWrite } from "./stock-write"
import {
  causeOf,
  changedLevel,
  changeOf,
  LevelChange,
  StockCause,
  UnitMove,
} from "./unit-moves"

export class OutOfStock extends Error {
  constructor(sku: Sku) {
    super(`out of stock: ${sku.seller_sku || sku.id}`)
    this.name = "OutOfStock"
  }
}

/** The numbers of a SKU at a warehouse, before and after. */
export type StockChange = {
  cause: StockCause
  sku: Sku
  warehouse_id: string
  from: StockLevel
  to: StockLevel
}

export type MoveOptions = {
  /** Sells what is not there as well. */
  beyond_stock?: boolean
  /** From before the twin began: nobody is told. */
  history?: boolean
}

/** By hand, at one warehouse (default the SKU's first). */
export type StockEdit = {
  warehouse_id?: string
  /** Sets what is for sale. */
  available?: number
  /** Raises it, or lowers it when negative; never below zero. */
  change?: number
  locked_by_campaign?: boolean
  /** Writes of the app are answered as done and change nothing. */
  ignores_writes?: boolean
}

/** What somebody wants a SKU to have for sale at a warehouse. */
type Wish = Pick<StockWrite, "by" | "warehouse_id" | "asked"> & { sku: Sku }

type Cell = {
  cause: StockCause
  sku: Sku
  warehouse_id: string
} & LevelChange

const NOTHING: StockLevel = {
  available: 0,
  committed: 0,
  sold: 0,
  oversold: 0,
}

/** Keeps available and committed units in step with orders, writes and edits. */
export class Stock {
  readonly writes = new StockWrites<StockWrite>()

  constructor(
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly onChange: (change: StockChange) => void
  ) {}

  /** The warehouses that a SKU is assigned to; of a set, those of its first part. */
  warehouses(sku: Sku): string[] {
    const [part] = sku.parts
    const { stock } = part ? this.catalogue.getSku(part.sku_id) : sku
    return [...stock.keys()]
  }

  /** What can be sold; of a set, as many as its parts allow, which count what is sold. */
  level(sku: Sku, warehouse_id: string): StockLevel {
    if (!sku.parts.length) {
      return sku.stock.get(warehouse_id) ?? NOTHING
    }
    const available = Math.min(
      ...sku.parts.map(({ sku_id, quantity }) => {
        const part = this.catalogue.getSku(sku_id)
        const level = part.stock.get(warehouse_id) ?? NOTHING
        return Math.floor(level.available / quantity)
      })
    )
    return { ...NOTHING, available }
  }

  /**
   * Moves units from phase to phase, all or none.
   * @throws {OutOfStock} when there are too few to hold.
   */
  move(moves: readonly UnitMove[], options: MoveOptions = {}): void {
    const cells = this.cells(moves)
    for (const { sku, warehouse_id, taken } of cells) {
      const { available } = this.level(sku, warehouse_id)
      if (taken > available && !options.beyond_stock) {
        throw new OutOfStock(sku)
      }
    }
    for (const { cause, sku, warehouse_id, ...change } of cells) {
      const from = this.level(sku, warehouse_id)
      const to = changedLevel(from, change)
      sku.stock.set(warehouse_id, to)
      if (!options.history) {
        this.onChange({ cause, sku, warehouse_id, from, to })
      }
    }
  }

  /** New goods arrive; of a set, its parts. Nobody is told. */
  receive(sku_id: string, warehouse_id: string, units: number): void {
    const set = this.catalogue.getSku(sku_id)
    for (const { sku, quantity } of this.partsOf(set)) {
      const level = this.level(sku, warehouse_id)
      const available = level.available + units * quantity
      sku.stock.set(warehouse_id, { ...level, available })
    }
  }

  /** What the app sets over the API; kept on record whatever becomes of it. */
  write(
    sku: Sku,
    warehouse_id: string,
    asked: number,
    refused: number | null = null
  ): void {
    const cell = { sku, warehouse_id, asked, by: "app" as const }
    if (refused !== null) {
      this.record(cell, "refused", refused)
    } else if (sku.ignores_writes) {
      this.record(cell, "ignored")
    } else {
      this.set(cell)
    }
  }

  /**
   * What the seller, or a campaign, does on the marketplace. A set has no numbers of its
   * own: none are set.
   * @throws {RangeError} for a warehouse that the SKU is not assigned to.
   */
  edit(sku_id: string, edit: StockEdit): Sku {
    const sku = this.catalogue.getSku(sku_id)
    const warehouse_id = edit.warehouse_id ?? this.warehouses(sku)[0]
    if (!this.warehouses(sku).includes(warehouse_id)) {
      throw new RangeError(`SKU ${sku_id} is not at warehouse ${warehouse_id}`)
    }
    const level = this.level(sku, warehouse_id)
    const wanted = (edit.available ?? level.available) + (edit.change ?? 0)
    const is_number = edit.available !== undefined || edit.change !== undefined
    if (is_number && !sku.parts.length) {
      const asked = Math.max(wanted, 0)
      this.set({ sku, warehouse_id, asked, by: "seller" })
    }
    sku.ignores_writes = edit.ignores_writes ?? sku.ignores_writes
    this.lock(sku, warehouse_id, edit.locked_by_campaign)
    return sku
  }

  clear(): void {
    this.writes.clear()
  }

  private lock(
    sku: Sku,
    warehouse_id: string,
    locked = sku.locked_by_campaign
  ): void {
    if (locked !== sku.locked_by_campaign) {
      sku.locked_by_campaign = locked
      const cause = locked ? "campaign_lock" : "campaign_unlock"
      const level = this.level(sku, warehouse_id)
      this.onChange({ cause, sku, warehouse_id, from: level, to: level })
    }
  }

  private set(wish: Wish): void {
    const { by, sku, warehouse_id, asked } = wish
    const from = this.level(sku, warehouse_id)
    const to = { ...from, available: asked }
    sku.stock.set(warehouse_id, to)
    this.record(wish, "done", null, from)
    if (from.available !== asked) {
      const cause = by === "app" ? "api_sync" : "manual_adjustment"
      this.onChange({ cause, sku, warehouse_id, from, to })
    }
  }

  private record(
    { sku, ...wish }: Wish,
    outcome: StockWrite["outcome"],
    code: number | null = null,
    from = this.level(sku, wish.warehouse_id)
  ): void {
    const to = this.level(sku, wish.warehouse_id)
    this.writes.add({
      ...wish,
      at: this.clock.now(),
      product_id: sku.product_id,
      sku_id: sku.id,
      before: from.available,
      after: to.available,
      committed: to.committed,
      sold: to.sold,
      outcome,
      code,
    })
  }

  /** The moves as sums over each SKU, warehouse and cause. */
  private cells(moves: readonly UnitMove[]): Cell[] {
    const cells = new Map<string, Cell>()
    for (const move of moves) {
      if (move.from === move.to) {
        continue
      }
      const { warehouse_id } = move
      const cause = causeOf(move)
      const { taken, held } = changeOf(move)
      const moved = this.catalogue.getSku(move.sku_id)
      for (const { sku, quantity } of this.partsOf(moved)) {
        const key = `${sku.id} ${warehouse_id} ${cause}`
        const known = cells.get(key)
        cells.set(key, {
          cause,
          sku,
          warehouse_id,
          taken: (known?.taken ?? 0) + taken * quantity,
          held: (known?.held ?? 0) + held * quantity,
        })
      }
    }
    return [...cells.values()]
  }

  private partsOf(sku: Sku): { sku: Sku; quantity: number }[] {
    return sku.parts.length
      ? sku.parts.map(({ sku_id, quantity }) => ({
          sku: this.catalogue.getSku(sku_id),
          quantity,
        }))
      : [{ sku, quantity: 1 }]
  }
}
