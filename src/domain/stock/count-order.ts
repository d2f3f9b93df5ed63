import { NeutralOrder } from "../orders/neutral-order"
import { orderedUnits } from "../orders/price-order"

/** Units of one SKU and warehouse that an order stands for. */
export type OrderCount = {
  external_sku_id: string
  /** Empty where the order names no warehouse and the channel has none. */
  warehouse_external_id: string
  /** Sold, less cancelled before the goods left. */
  net: number
  /** Of them, what the marketplace should still hold as committed: until collected. */
  committed: number
}

/**
 * What an order explains of the marketplace's counters, once its units are kept or have left.
 * Goods that were cancelled on their way stay sold: the marketplace does not put them back
 * on its shelf by itself.
 * @param isKept whether the line's units are taken from what is free; lines that are not stay
 * unexplained demand.
 */
export function countOrder(
  order: NeutralOrder,
  isKept: (line: NeutralOrder["lines"][number]) => boolean,
  /** The warehouse of orders that name none. */
  default_warehouse: string
): OrderCount[] {
  const left = order.collected_at !== null
  if (order.meaning.kind === "cancelled" && !left) {
    return []
  }
  const warehouse_external_id = order.warehouse_external_id ?? default_warehouse
  const counts = new Map<string, OrderCount>()
  const add = (external_sku_id: string, net: number) => {
    const before = counts.get(external_sku_id)?.net ?? 0
    counts.set(external_sku_id, {
      external_sku_id,
      warehouse_external_id,
      net: before + net,
      committed: left ? 0 : before + net,
    })
  }
  for (const line of order.lines) {
    const units = orderedUnits(order, line)
    if (line.fulfilled_by !== "seller" || units <= 0 || !isKept(line)) {
      continue
    }
    add(line.external_sku_id, units)
    for (const component of line.components ?? []) {
      add(component.external_sku_id, units * component.quantity)
    }
  }
  return [...counts.values()]
}
