/** Somebody wanted to set what a SKU has for sale at a warehouse. */
export type StockWrite = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** The app by its API, or the seller by hand. */
  readonly by: "app" | "seller"
  readonly product_id: string
  readonly sku_id: string
  readonly warehouse_id: string
  readonly asked: number
  /** Units for sale before and after. */
  readonly before: number
  readonly after: number
  /** Units of open orders at that moment, and all that were ever sold and not cancelled. */
  readonly committed: number
  readonly sold: number
  /** `ignored`: answered as done, without effect. */
  readonly outcome: "done" | "ignored" | "refused"
  /** Why it was refused. */
  readonly code: number | null
}

/** Every write, also those without effect, for whoever judges them. */
export class StockWrites {
  private writes: StockWrite[] = []
  private readonly listeners = new Set<(write: StockWrite) => void>()

  add(write: StockWrite): void {
    this.writes.push(write)
    this.listeners.forEach((listener) => listener(write))
  }

  /** Oldest first; of one SKU when it is named. */
  list(sku_id?: string): readonly StockWrite[] {
    return sku_id
      ? this.writes.filter((write) => write.sku_id === sku_id)
      : this.writes
  }

  /** Calls back at each write, before its answer leaves; gives what ends that. */
  onWrite(listener: (write: StockWrite) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  clear(): void {
    this.writes = []
  }
}
