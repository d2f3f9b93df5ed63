/** Every write of a number, also those without effect, for whoever judges them. */
export class StockWrites<Write extends { readonly sku_id: string }> {
  private writes: Write[] = []
  private readonly by_sku = new Map<string, Write[]>()
  private readonly listeners = new Set<(write: Write) => void>()

  add(write: Write): void {
    this.writes.push(write)
    const same = this.by_sku.get(write.sku_id) ?? []
    same.push(write)
    this.by_sku.set(write.sku_id, same)
    this.listeners.forEach((listener) => listener(write))
  }

  /** Oldest first; of one SKU when it is named. */
  list(sku_id?: string): readonly Write[] {
    return sku_id === undefined ? this.writes : (this.by_sku.get(sku_id) ?? [])
  }

  /** Calls back at each write, before its answer leaves; gives what ends that. */
  onWrite(listener: (write: Write) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  clear(): void {
    this.writes = []
    this.by_sku.clear()
  }
}
