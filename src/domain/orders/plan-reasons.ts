import { toMajorUnit } from "../shared/amount"
import { BlockReason } from "./block-reason"
import { NeutralOrder } from "./neutral-order"
import { PlanningFacts } from "./planning-facts"
import { OrderPrice } from "./price-order"
import { StatusDecision } from "./status-decision"

export function statusReasons(status: StatusDecision): BlockReason[] {
  return status.kind === "unknown"
    ? [{ code: "unknown_status", params: { status: status.raw_status } }]
    : []
}

export function channelReasons(
  order: NeutralOrder,
  { sales_channel, store_currencies }: PlanningFacts
): BlockReason[] {
  const currency = order.currency_code.toLowerCase()
  const reasons: BlockReason[] = []
  if (sales_channel.disabled) {
    reasons.push({
      code: "sales_channel_disabled",
      params: { sales_channel_id: sales_channel.id },
    })
  }
  if (!store_currencies.includes(currency)) {
    reasons.push({ code: "currency_not_supported", params: { currency } })
  }
  return reasons
}

export function warehouseReasons(order: NeutralOrder): BlockReason[] {
  return [
    {
      code: "warehouse_not_mapped",
      params: { warehouse: order.warehouse_external_id },
    },
  ]
}

export function priceReasons(
  order: NeutralOrder,
  price: OrderPrice
): BlockReason[] {
  if (price.ok) {
    return []
  }
  const { part, stated, computed, line } = price.problem
  const currency = order.currency_code.toLowerCase()
  return [
    {
      code: "totals_do_not_add_up",
      params: {
        part,
        stated: toMajorUnit(stated, currency),
        computed: toMajorUnit(computed, currency),
        currency,
        product: line?.title ?? null,
        external_sku_id: line?.external_sku_id ?? null,
      },
    },
  ]
}
