import {
  NeutralOrder,
  NeutralOrderLine,
} from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { OrderOwner } from "../../../domain/provider/marketplace-provider"
import { compareIds } from "../../shared/external-id"
import { WireItem, WireItemProduct, WireOrder } from "../types"
import { isRefused } from "./confirmation"
import { productIdOf } from "./external-product-id"
import { Fields } from "./fields"
import { LineMoney } from "./money"
import { fulfilledBy } from "./owner"

/**
 * One line per item, smallest id first. Items that the seller called out of stock are
 * cancelled; of a cancelled order every unit is.
 * @param money of the items, in their order.
 */
export function mapLines(
  order: Fields<WireOrder>,
  shop: OrderOwner,
  meaning: NeutralOrder["meaning"],
  money: LineMoney[]
): NeutralOrderLine[] {
  const seen = new Set<string>()
  const lines = order.list<WireItem>("items").map((item, index) => {
    const id = item.required("id")
    if (seen.has(id)) {
      throw new MappingError(order.at("items"), `holds ${id} twice`)
    }
    seen.add(id)
    const product = item.object<WireItemProduct>("product")
    if (!product) {
      throw new MappingError(item.at("product"), "is missing")
    }
    const { quantity, ...prices } = money[index]
    const cancelled = meaning.kind === "cancelled" || isRefused(item)
    return {
      external_line_ids: [id],
      external_product_id: productIdOf(product, product.required("id")),
      external_sku_id: product.required("id"),
      seller_sku: product.text("seller_product_code"),
      title: product.text("name") ?? "",
      sku_title: null,
      image_url: product.text("thumbnail"),
      quantity,
      cancelled_quantity: cancelled ? quantity : 0,
      ...prices,
      is_gift: item.flag("is_free_gift"),
      fulfilled_by: fulfilledBy(order, item, shop),
    }
  })
  return lines.sort((one, other) =>
    compareIds(one.external_line_ids[0], other.external_line_ids[0])
  )
}
