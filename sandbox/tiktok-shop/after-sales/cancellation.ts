import { JsonObject } from "../../../src/domain/shared/json"
import { Initiator, Order } from "../orders/order"
import { EVENT_TYPES, Message } from "../webhooks/messages"
import {
  paidFor,
  refundAmount,
  requestedUnit,
  requestLineId,
} from "./after-sale"

export type CancellationStatus =
  | "CANCELLATION_REQUEST_PENDING"
  | "CANCELLATION_REQUEST_SUCCESS"
  /** Withdrawn, or refused; TikTok writes both spellings. */
  | "CANCELLATION_REQUEST_CANCELLED"
  | "CANCELLATION_REQUEST_CANCEL"
  | "CANCELLATION_REQUEST_COMPLETE"

/** A cancelling, asked for or done. Times in seconds, UTC. */
export type Cancellation = {
  readonly id: string
  readonly order_id: string
  readonly shop_id: string
  readonly type: "CANCEL" | "BUYER_CANCEL"
  readonly role: Initiator
  readonly status: CancellationStatus
  readonly reason: string
  readonly reason_text: string
  readonly unit_ids: readonly string[]
  readonly create_time: number
  readonly update_time: number
  /** When TikTok grants it; null when there is nothing to answer. */
  readonly deadline: number | null
  /** What the seller has said, each time it counted. */
  readonly answers: readonly ("approve" | "reject")[]
  readonly reject_reason: string | null
}

/** @param base_url where pictures are served. */
export function cancellationToWire(
  cancellation: Cancellation,
  order: Order,
  base_url: string
): JsonObject {
  const units = order.units.filter(({ id }) =>
    cancellation.unit_ids.includes(id)
  )
  const total = units.reduce((sum, unit) => sum + paidFor(unit), 0)
  const { deadline } = cancellation
  return {
    cancel_id: cancellation.id,
    order_id: cancellation.order_id,
    cancel_type: cancellation.type,
    cancel_status: cancellation.status,
    role: cancellation.role,
    cancel_reason: cancellation.reason,
    cancel_reason_text: cancellation.reason_text,
    create_time: cancellation.create_time,
    update_time: cancellation.update_time,
    ...(deadline === null
      ? {}
      : {
          seller_next_action_response: [
            { action: "SELLER_RESPOND_CANCEL", deadline },
          ],
        }),
    refund_amount: refundAmount(total),
    cancel_line_items: units.map((unit, place) => ({
      cancel_line_item_id: requestLineId(cancellation.id, place),
      ...requestedUnit(unit, base_url),
    })),
  }
}

export const cancellationMessage = (one: Cancellation): Message => ({
  type: EVENT_TYPES.CANCELLATION_STATUS_CHANGE,
  shop_id: one.shop_id,
  data: {
    order_id: one.order_id,
    cancel_id: one.id,
    cancel_status: one.status,
    cancellations_role: one.role,
    create_time: one.create_time,
  },
})
