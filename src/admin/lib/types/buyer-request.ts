import type { OrderStatus } from "../../../domain/orders/order-status"
import type { LocalizedText } from "../../../domain/shared/localized-text"
import type {
  BuyerRequestAnswerKind,
  BuyerRequestKind,
  BuyerRequestState,
} from "../../../domain/returns/buyer-request"

/** What a buyer asks for about an order. */
export type BuyerRequest = {
  id: string
  channel_id: string
  channel_name?: string | null
  external_id: string
  order_external_id: string
  order?: { id: string; status: OrderStatus | null } | null
  kind: BuyerRequestKind
  state: BuyerRequestState
  raw_status: string
  /** Why what the marketplace says of it now cannot be understood. */
  problem: string | null
  initiator: "buyer" | "seller" | "system"
  reason: string | null
  reason_text: string | null
  requested_at: string
  respond_by: string | null
  /** What may be answered now. */
  answers: BuyerRequestAnswerKind[]
  /** An edited request goes on under this id. */
  next_external_id: string | null
  tracking_number: string | null
  carrier: string | null
  refund_amount: number | null
  currency_code: string | null
  lines: { external_line_id: string; quantity: number }[]
  /** When its goods were scanned in. */
  received_at: string | null
}

export type BuyerRequestCounts = {
  by_state: Partial<Record<BuyerRequestState, number>>
  /** The seller may answer now. */
  to_answer: number
  overdue_goods: number
}

/** Why a request is refused, in the marketplace's words. */
export type RejectReason = {
  value: string
  label: LocalizedText
}
