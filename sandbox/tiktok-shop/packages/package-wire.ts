import { JsonObject } from "../../../src/domain/shared/json"
import { carrierName } from "../carriers"
import { recipientAddress } from "../orders/order-wire"
import { Shop } from "../shops"
import { PackageView } from "./package"

/** What the search and the detail call have in common. */
function common(view: PackageView): JsonObject {
  return {
    orders: view.orders.map(({ id }) => ({ id })),
    order_line_item_ids: view.units.map(({ id }) => id),
    shipping_provider_id: view.carrier_id,
    shipping_provider_name: carrierName(view.carrier_id),
    tracking_number: view.tracking_number,
    create_time: view.create_time,
    update_time: view.update_time,
  }
}

/** A package as the search shows it. */
export const packageRow = (view: PackageView): JsonObject => ({
  id: view.id,
  status: view.status,
  ...common(view),
})

/** A package as the detail call shows it. */
export function packageDetail(view: PackageView, shop: Shop): JsonObject {
  const [order] = view.orders
  const sender = shop.warehouses.find(({ id }) => id === order?.warehouse_id)
  const own_carrier = order?.shipping_type === "SELLER"
  return {
    package_id: view.id,
    package_status: view.status,
    ...common(view),
    split_and_combine_tag: view.tag,
    shipping_type: order?.shipping_type ?? "TIKTOK",
    delivery_option_id: "7091000000000000333",
    delivery_option_name: own_carrier ? "SEND_BY_SELLER" : "Standard Shipping",
    handover_method: view.handover_method,
    ...(view.pickup_slot ? { pickup_slot: view.pickup_slot } : {}),
    has_multi_skus: new Set(view.units.map(({ sku_id }) => sku_id)).size > 1,
    note_tag: view.orders.some(({ buyer_message }) => buyer_message !== "")
      ? "BUYER_NOTED"
      : "BUYER_UNNOTED",
    recipient_address: order ? recipient(recipientAddress(order)) : {},
    sender_address: {
      name: shop.name,
      region_code: shop.region,
      full_address: sender ? `${sender.street}, ${sender.ward}` : "",
      address_detail: sender?.street ?? "",
    },
    weight: { value: String(350 * view.units.length), unit: "GRAM" },
    dimension: { length: "20", width: "15", height: "10", unit: "CM" },
  }
}

/** The order's recipient without what packages do not show. */
function recipient(address: JsonObject): JsonObject {
  const {
    first_name: _first,
    last_name: _last,
    district_info: _districts,
    ...shown
  } = address
  return shown
}
