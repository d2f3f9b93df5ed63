import { JsonObject } from "../../../domain/shared/json"

/** A buyer's wish to cancel, as TikTok's search gives it; it waits for the seller. */
export function buildCancellation(overrides: JsonObject = {}): JsonObject {
  return {
    cancel_id: "4035318504086604100",
    order_id: "578000000000000001",
    cancel_type: "BUYER_CANCEL",
    cancel_status: "CANCELLATION_REQUEST_PENDING",
    role: "BUYER",
    cancel_reason: "buyer_cancel_reason_no_longer_needed",
    cancel_reason_text: "Không còn nhu cầu mua",
    create_time: 1760000000,
    update_time: 1760000100,
    seller_next_action_response: [
      { action: "SELLER_RESPOND_CANCEL", deadline: 1760172800 },
    ],
    refund_amount: { currency: "VND", refund_total: "425000" },
    cancel_line_items: [
      { order_line_item_id: "578000000000010001" },
      { order_line_item_id: "578000000000010002" },
    ],
    ...overrides,
  }
}

/** A return that waits for the seller. */
export function buildReturn(overrides: JsonObject = {}): JsonObject {
  return {
    return_id: "4035318504086604100",
    order_id: "578000000000000001",
    return_type: "RETURN_AND_REFUND",
    return_status: "RETURN_OR_REFUND_REQUEST_PENDING",
    role: "BUYER",
    return_reason: "ecom_order_delivered_refund_reason_damaged",
    return_reason_text: "Hàng bị lỗi hoặc hư hỏng",
    create_time: 1760000000,
    update_time: 1760000100,
    can_buyer_keep_item: false,
    seller_next_action_response: [
      { action: "SELLER_RESPOND_RETURN", deadline: 1760172800 },
    ],
    return_tracking_number: "",
    return_provider_name: "",
    refund_amount: { currency: "VND", refund_total: "170000" },
    return_line_items: [{ order_line_item_id: "578000000000010001" }],
    ...overrides,
  }
}
