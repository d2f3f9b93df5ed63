import { JsonObject } from "../../../src/domain/shared/json"
import { carrierName } from "../carriers"
import { Order } from "../orders/order"
import { Shop } from "../shops"
import { EVENT_TYPES, Message } from "../webhooks/messages"
import { refundAmount, requestedUnit, requestLineId } from "./after-sale"

export type ReturnKind = "REFUND" | "RETURN_AND_REFUND" | "REPLACEMENT"

export const RETURN_STATUSES = [
  "RETURN_OR_REFUND_REQUEST_PENDING",
  "REFUND_OR_RETURN_REQUEST_REJECT",
  "AWAITING_BUYER_SHIP",
  "BUYER_SHIPPED_ITEM",
  "REJECT_RECEIVE_PACKAGE",
  "AWAITING_BUYER_RESPONSE",
  "RETURN_OR_REFUND_REQUEST_SUCCESS",
  "RETURN_OR_REFUND_REQUEST_COMPLETE",
  "RETURN_OR_REFUND_REQUEST_CANCEL",
  "REPLACEMENT_REQUEST_PENDING",
  "REPLACEMENT_REQUEST_REJECT",
  "REPLACEMENT_REQUEST_REFUND_SUCCESS",
  "REPLACEMENT_REQUEST_CANCEL",
  "REPLACEMENT_REQUEST_COMPLETE",
] as const
export type ReturnStatus = (typeof RETURN_STATUSES)[number]

/** A buyer's request about paid goods. Times in seconds, UTC; amounts in đồng. */
export type Return = {
  readonly id: string
  readonly order_id: string
  readonly shop_id: string
  readonly type: ReturnKind
  readonly status: ReturnStatus
  readonly role: "BUYER" | "SELLER" | "OPERATOR" | "SYSTEM"
  readonly reason: string
  readonly reason_text: string
  readonly unit_ids: readonly string[]
  readonly refund_total: number
  readonly create_time: number
  readonly update_time: number
  /** When TikTok answers in the seller's place; null when there is nothing to answer. */
  readonly deadline: number | null
  readonly shipment_type: "PLATFORM" | "BUYER_ARRANGE"
  readonly tracking_number: string
  readonly carrier_id: string
  /** The parcel is back at the seller's. */
  readonly delivered_back: boolean
  readonly buyer_keeps_item: boolean
  readonly arbitration: string | null
  readonly partial_refund: number | null
  readonly partial_refund_declined: boolean
  readonly pre_return_id: string | null
  readonly next_return_id: string | null
  /** Decisions of the seller, each time one counted. */
  readonly answers: readonly string[]
  readonly reject_reason: string | null
  /** Made by a replacement that was granted. */
  readonly new_order_id: string | null
}

/** Waiting for the seller, or for goods; refused and settled ones are over. */
export const isOpenReturn = ({ status }: Return): boolean =>
  status === "RETURN_OR_REFUND_REQUEST_PENDING" ||
  status === "REPLACEMENT_REQUEST_PENDING" ||
  status === "AWAITING_BUYER_SHIP" ||
  status === "BUYER_SHIPPED_ITEM" ||
  status === "AWAITING_BUYER_RESPONSE" ||
  status === "RETURN_OR_REFUND_REQUEST_SUCCESS"

/** What the seller is asked to do; null when nothing is. */
export function nextAction(one: Return): string | null {
  if (one.deadline === null) {
    return null
  }
  switch (one.status) {
    case "BUYER_SHIPPED_ITEM":
      return "SELLER_RESPOND_RECEIVE_PACKAGE"
    case "REPLACEMENT_REQUEST_PENDING":
      return "SELLER_RESPOND_REPLACEMENT"
    case "RETURN_OR_REFUND_REQUEST_PENDING":
      return one.type === "REFUND"
        ? "SELLER_RESPOND_REFUND"
        : "SELLER_RESPOND_RETURN"
    default:
      return null
  }
}

/** @param base_url where pictures are served. */
export function returnToWire(
  one: Return,
  order: Order,
  shop: Shop,
  base_url: string
): JsonObject {
  const action = nextAction(one)
  const units = order.units.filter(({ id }) => one.unit_ids.includes(id))
  const back = shop.warehouses.find(({ type }) => type === "RETURN_WAREHOUSE")
  const goods = one.type !== "REFUND"
  const platform = one.shipment_type === "PLATFORM"
  return {
    return_id: one.id,
    order_id: one.order_id,
    return_type: one.type,
    return_status: one.status,
    ...(one.arbitration ? { arbitration_status: one.arbitration } : {}),
    role: one.role,
    return_reason: one.reason,
    return_reason_text: one.reason_text,
    create_time: one.create_time,
    update_time: one.update_time,
    can_buyer_keep_item: one.buyer_keeps_item,
    is_combined_return: false,
    ...(goods
      ? {
          shipment_type: one.shipment_type,
          return_method: platform ? "PLATFORM_SHIPPED" : "BUYER_SHIPPED",
          ...(platform ? { handover_method: "DROP_OFF" } : {}),
          return_warehouse_address: {
            full_address: back ? `${back.street}, ${back.ward}` : "",
          },
        }
      : {}),
    return_tracking_number: one.tracking_number,
    return_provider_id: one.carrier_id,
    return_provider_name: carrierName(one.carrier_id),
    ...(one.pre_return_id ? { pre_return_id: one.pre_return_id } : {}),
    ...(one.next_return_id ? { next_return_id: one.next_return_id } : {}),
    ...(action && one.deadline !== null
      ? { seller_next_action_response: [{ action, deadline: one.deadline }] }
      : {}),
    ...(one.partial_refund === null
      ? {}
      : {
          seller_proposed_return_type: "PARTIAL_REFUND",
          partial_refund: {
            currency: "VND",
            amount: String(one.partial_refund),
          },
          buyer_rejected_partial_refund: one.partial_refund_declined,
        }),
    refund_amount: refundAmount(one.refund_total),
    return_line_items: units.map((unit, place) => ({
      return_line_item_id: requestLineId(one.id, place),
      ...requestedUnit(unit, base_url),
    })),
  }
}

export const returnMessage = (one: Return): Message => ({
  type: EVENT_TYPES.RETURN_STATUS_CHANGE,
  shop_id: one.shop_id,
  data: {
    order_id: one.order_id,
    return_id: one.id,
    return_type: one.type,
    return_status: one.status,
    return_role: one.role,
    create_time: one.create_time,
    update_time: one.update_time,
  },
})
