/** What every request has. Times in seconds, UTC. */
type Kept = {
  readonly id: string
  readonly order_id: string
  readonly shop_id: string
}

/** Requests of one kind, by id and by order. */
export class RequestBook<R extends Kept> {
  private readonly all = new Map<string, R>()
  private readonly by_order = new Map<string, string[]>()

  /** @throws {RangeError} when there is none. */
  get(id: string): R {
    const found = this.all.get(id)
    if (!found) {
      throw new RangeError(`no request ${id}`)
    }
    return found
  }

  find(id: string): R | undefined {
    return this.all.get(id)
  }

  /** Of a shop, or of all shops, oldest first. */
  list(shop_id?: string): R[] {
    return [...this.all.values()].filter(
      (one) => !shop_id || one.shop_id === shop_id
    )
  }

  /** Of an order, oldest first. */
  ofOrder(order_id: string): R[] {
    return (this.by_order.get(order_id) ?? []).map((id) => this.get(id))
  }

  protected put(request: R): R {
    const { id, order_id } = request
    if (!this.all.has(id)) {
      this.by_order.set(order_id, [...(this.by_order.get(order_id) ?? []), id])
    }
    this.all.set(id, request)
    return request
  }

  clear(): void {
    this.all.clear()
    this.by_order.clear()
  }
}
