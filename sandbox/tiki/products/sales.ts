/** Units sold from one warehouse of a product, ever. */
export type Sales = {
  /** Less those of orders that were cancelled before they left. */
  sold: number
  /** Of them, those that were not there to be sold. */
  oversold: number
}

const NONE: Sales = { sold: 0, oversold: 0 }

/** What the shelves alone do not tell. */
export class SalesBook {
  private readonly sales = new Map<string, Sales>()

  of(product_id: number, warehouse_id: number): Sales {
    return this.sales.get(`${product_id} ${warehouse_id}`) ?? NONE
  }

  /**
   * Keeps a sale, or a cancellation when negative, which makes good first what was not there.
   * @param sellable units that could be sold before it.
   */
  add(
    product_id: number,
    warehouse_id: number,
    units: number,
    sellable: number
  ): void {
    const { sold, oversold } = this.of(product_id, warehouse_id)
    const beyond =
      units > 0 ? Math.max(units - Math.max(sellable, 0), 0) : units
    this.sales.set(`${product_id} ${warehouse_id}`, {
      sold: sold + units,
      oversold: Math.max(oversold + beyond, 0),
    })
  }

  clear(): void {
    this.sales.clear()
  }
}
