import { NeutralOrderLine } from "../../../domain/orders/neutral-order"
import { OrderOwner } from "../../../domain/provider/marketplace-provider"
import { WireItem, WireItemProduct, WireItemSeller, WireOrder } from "../types"
import { Fields } from "./fields"

/**
 * Whose goods an item is. The order's fulfilment decides, not the item's: items of a
 * dropship order may call themselves `backorder`. Only orders that Tiki packs may come
 * from Tiki's own stock.
 */
export function fulfilledBy(
  order: Fields<WireOrder>,
  item: Fields<WireItem>,
  shop: OrderOwner
): NeutralOrderLine["fulfilled_by"] {
  const seller = item.object<WireItemSeller>("seller")?.text("id")
  if (seller && seller !== shop.external_id) {
    return "other_seller"
  }
  const product = item.object<WireItemProduct>("product")
  return order.text("fulfillment_type") === "tiki_delivery" &&
    product?.text("inventory_type") === "instock"
    ? "marketplace"
    : "seller"
}

/** The items of an order that leave the seller's own stock. */
export function sellersItems(
  order: Fields<WireOrder>,
  shop: OrderOwner
): Fields<WireItem>[] {
  return order
    .list<WireItem>("items")
    .filter((item) => fulfilledBy(order, item, shop) === "seller")
}
