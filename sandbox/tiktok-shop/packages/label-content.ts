import { paidFor } from "../after-sales/after-sale"
import { carrierName } from "../carriers"
import { maskRecipient } from "../orders/buyers"
import { Shop } from "../shops"
import { ascii } from "./ascii"
import { PackageView } from "./package"

/** What is printed, in letters that every font has. */
export type LabelContent = {
  carrier: string
  tracking_number: string
  package_id: string
  order_ids: string[]
  sender: string
  recipient: string[]
  /** Đồng to collect for the goods; null when everything is paid. */
  cash: number | null
  /** One line for each SKU. */
  contents: string[]
}

/** The recipient is masked: labels of demo orders are printed as they are. */
export function labelContent(view: PackageView, shop: Shop): LabelContent {
  const [order] = view.orders
  const person = order ? maskRecipient(order.recipient) : null
  const counts = new Map<string, number>()
  for (const { seller_sku, product_name, sku_name } of view.units) {
    const line = `${seller_sku || "-"}  ${product_name}, ${sku_name}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const cash_orders = view.orders.filter(({ is_cod }) => is_cod)
  const due = cash_orders
    .flatMap(({ units }) => units)
    .filter((unit) => view.units.includes(unit))
    .reduce((sum, unit) => sum + paidFor(unit), 0)
  return {
    carrier: ascii(carrierName(view.carrier_id)),
    tracking_number: view.tracking_number,
    package_id: view.id,
    order_ids: view.order_ids,
    sender: ascii(shop.name),
    recipient: person
      ? [person.name, person.phone, person.street, person.ward].map(ascii)
      : [],
    cash: cash_orders.length ? due : null,
    contents: [...counts].map(([line, count]) => ascii(`${count} x ${line}`)),
  }
}
