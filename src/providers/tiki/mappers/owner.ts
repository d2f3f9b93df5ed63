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
  return splitItems(order, shop).own
}

/** The items of an order: those that leave the seller's own stock, and all others. */
export function splitItems(
  order: Fields<WireOrder>,
  shop: OrderOwner
): Record<"own" | "others", Fields<WireItem>[]> {
  const items = order.list<WireItem>("items")
  const isOwn = (item: Fields<WireItem>) =>
    fulfilledBy(order, item, shop) === "seller"
  return {
    own: items.filter(isOwn),
    others: items.filter((item) => !isOwn(item)),
  }
}
