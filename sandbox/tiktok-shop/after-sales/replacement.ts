import { Order, Unit } from "../orders/order"
import { OrderDesk } from "../orders/order-desk"
import { Return } from "./return"

/** Places the order that sends the goods anew. @throws {OutOfStock} */
export function replaceOrder(orders: OrderDesk, one: Return): Order {
  const original = orders.get(one.order_id)
  const units = original.units.filter(({ id }) => one.unit_ids.includes(id))
  const quantities = new Map<Unit["sku_id"], number>()
  for (const { sku_id } of units) {
    quantities.set(sku_id, (quantities.get(sku_id) ?? 0) + 1)
  }
  const [placed] = orders.add([
    {
      shop_id: original.shop_id,
      lines: [...quantities].map(([sku_id, quantity]) => ({
        sku_id,
        quantity,
      })),
      kind: "replacement",
      replaced_order_id: original.id,
      user_id: original.user_id,
      recipient: original.recipient,
      warehouse_id: original.warehouse_id,
      shipping_type: original.shipping_type,
    },
  ])
  return placed
}
