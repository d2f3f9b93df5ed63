import { toMajorUnit } from "../shared/amount"
import { draftAddress } from "./draft-address"
import { draftPayment } from "./draft-payment"
import { OrderIdentities } from "./identities"
import { NeutralOrder, NeutralOrderLine } from "./neutral-order"
import {
  DraftAdjustment,
  DraftItem,
  DraftReservation,
  DraftShippingMethod,
  OrderDraft,
} from "./order-draft"
import { OrderStatus, isCancelled } from "./order-status"
import { PlanningFacts, VariantFacts } from "./planning-facts"
import {
  OrderPrice,
  PricedAdjustment,
  PricedLine,
  PricedShipping,
} from "./price-order"

/** Everything that was decided about an order which can be made. */
export type DraftParts = {
  channel_order_id: string
  ids: OrderIdentities
  order: NeutralOrder
  status: OrderStatus
  facts: PlanningFacts
  price: Extract<OrderPrice, { ok: true }>
  /** Null for a line without effect on stock. */
  variantOf(line: NeutralOrderLine): VariantFacts | null
  reservations: DraftReservation[]
  location_id: string | null
}

/** Writes the decisions down in Medusa's terms: major units, chosen ids. */
export function draftOrder(parts: DraftParts): OrderDraft {
  const { order, facts, ids, price, status } = parts
  const [main, ...further] = price.shipping
  return {
    channel_order_id: parts.channel_order_id,
    order_id: ids.order_id,
    display_id: `${facts.display_prefix}-${order.external_id}`,
    status: isCancelled(status) ? "canceled" : "pending",
    placed_at: order.placed_at,
    sales_channel_id: facts.sales_channel.id,
    region_id: facts.region_id,
    currency_code: order.currency_code.toLowerCase(),
    total: toMajorUnit(order.money.total, order.currency_code),
    shipping_address: draftAddress(order.recipient),
    items: price.lines.map((line) => draftItem(line, parts)),
    shipping_methods: [
      draftShipping(main, 0, parts),
      ...further.map((method, index) =>
        draftShipping(method, index + 1, parts)
      ),
    ],
    reservations: parts.reservations,
    payment: draftPayment(order, status, ids),
    metadata: draftMetadata(order),
  }
}

/** The line id is that of its first marketplace line, whichever units are live. */
export function lineItemId(
  line: NeutralOrderLine,
  ids: OrderIdentities
): string {
  return ids.lineItemId(line.external_line_ids[0])
}

function draftItem(priced: PricedLine, parts: DraftParts): DraftItem {
  const { line, quantity, unit_price, adjustments } = priced
  const currency = parts.order.currency_code
  const variant = parts.variantOf(line)
  return {
    id: lineItemId(line, parts.ids),
    variant_id: variant?.id ?? null,
    product_id: variant?.product_id ?? null,
    title: variant?.product_title ?? line.title,
    subtitle: variant?.variant_title ?? line.sku_title,
    product_title: variant?.product_title ?? line.title,
    variant_title: variant?.variant_title ?? line.sku_title,
    variant_sku: variant ? variant.sku : line.seller_sku,
    thumbnail: variant?.thumbnail ?? line.image_url,
    quantity,
    unit_price: toMajorUnit(unit_price, currency),
    adjustments: adjustments.map((entry) => draftAdjustment(entry, currency)),
    metadata: itemMetadata(line),
  }
}

function draftShipping(
  shipping: PricedShipping,
  index: number,
  { order, ids, facts, location_id }: DraftParts
): DraftShippingMethod {
  const { amount, adjustment } = shipping
  const options = facts.shipping_option_id_by_location ?? {}
  const name = order.parcels.find(({ carrier }) => carrier)?.carrier
  return {
    id: ids.shippingMethodId(index),
    name: name ?? "Shipping",
    amount: toMajorUnit(amount, order.currency_code),
    shipping_option_id: (location_id && options[location_id]) || null,
    adjustments: adjustment
      ? [draftAdjustment(adjustment, order.currency_code)]
      : [],
  }
}

function draftAdjustment(
  { amount, description }: PricedAdjustment,
  currency_code: string
): DraftAdjustment {
  return { amount: toMajorUnit(amount, currency_code), description }
}

function itemMetadata(line: NeutralOrderLine): DraftItem["metadata"] {
  return {
    external_line_ids: line.external_line_ids,
    external_product_id: line.external_product_id,
    external_sku_id: line.external_sku_id,
  }
}

function draftMetadata(order: NeutralOrder): OrderDraft["metadata"] {
  const metadata: OrderDraft["metadata"] = {
    marketplace_order_id: order.external_id,
  }
  if (order.kind !== "sale") {
    metadata.marketplace_order_kind = order.kind
  }
  if (order.original_external_id) {
    metadata.original_marketplace_order_id = order.original_external_id
  }
  return metadata
}
