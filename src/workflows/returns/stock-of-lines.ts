import { lineItemId } from "../../domain/orders/draft-order"
import { orderIdentities } from "../../domain/orders/identities"
import { locationOf } from "../../domain/orders/plan-order"
import { isCounted } from "../../domain/orders/plan-stock"
import { HostReceipt } from "../host-returns"
import { SettlingOrder } from "../orders/settling-order"

/**
 * Where good units go whose line Medusa made without a variant, as the goods had left before
 * counting began: to the stock of the variant that their listing is linked to now. Goods of
 * the marketplace's own warehouse are not the shop's stock.
 */
export function stockOfLines({
  row,
  order,
  facts,
}: SettlingOrder): NonNullable<HostReceipt["stock_of_lines"]> {
  const location_id = order && locationOf(order, facts)
  if (!order || !location_id) {
    return []
  }
  const ids = orderIdentities(row.id)
  return order.lines.flatMap((line) => {
    const variant = facts.listings.get(line.external_sku_id)?.variant
    return line.fulfilled_by === "seller" &&
      variant &&
      !variant.deleted &&
      isCounted(variant)
      ? {
          line_item_id: lineItemId(line, ids),
          location_id,
          parts: variant.inventory.filter(
            ({ required_quantity }) => required_quantity > 0
          ),
        }
      : []
  })
}
