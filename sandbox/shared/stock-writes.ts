/** Every write of a number, also those without effect, for whoever judges them. */
export class StockWrites<Write extends { readonly sku_id: string }> {
  private writes: Write[] = []
  private readonly listeners = new Set<(write: Write) => void>()

  add(write: Write): void {
    this.writes.push(write)
    this.listeners.forEach((listener) => listener(write))
  }

  /** Oldest first; of one SKU when it is named. */
  list(sku_id?: string): readonly Write[] {
    return sku_id === undefined
      ? this.writes
      : this.writes.filter((write) => write.sku_id === sku_id)
  }

  /** Calls back at each write, before its answer leaves; gives what ends that. */
  onWrite(listener: (write: Write) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  clear(): void {
    this.writes = []
  }
}
