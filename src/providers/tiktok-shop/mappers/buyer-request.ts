import { MappingError } from "../../../domain/provider/mapping-error"
import {
  BuyerRequestKind,
  BuyerRequestState,
  NeutralBuyerRequest,
} from "../../../domain/returns/buyer-request"
import { JsonObject } from "../../../domain/shared/json"
import {
  WireCancellation,
  WireNextAction,
  WireRefund,
  WireReturn,
  WireReturnLine,
} from "../types"
import { Fields, fieldsOf } from "./fields"

/** Put before TikTok's ids, which are counted apart for cancellations and returns. */
export const CANCELLATION = "cancellation:"
export const RETURN = "return:"

/** What the seller may be asked to decide, in TikTok's words. */
const NEXT_ACTIONS = [
  "SELLER_RESPOND_CANCEL",
  "SELLER_RESPOND_REFUND",
  "SELLER_RESPOND_RETURN",
  "SELLER_RESPOND_RECEIVE_PACKAGE",
  "SELLER_RESPOND_REPLACEMENT",
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

type States = Record<string, BuyerRequestState | undefined>

const STATE_OF_CANCELLATION: States = {
  CANCELLATION_REQUEST_PENDING: "waiting",
  CANCELLATION_REQUEST_SUCCESS: "approved",
  // Both spellings occur.
  CANCELLATION_REQUEST_CANCEL: "withdrawn",
  CANCELLATION_REQUEST_CANCELLED: "withdrawn",
  CANCELLATION_REQUEST_COMPLETE: "settled",
}

const STATE_OF_RETURN: States = {
  RETURN_OR_REFUND_REQUEST_PENDING: "waiting",
  AWAITING_BUYER_RESPONSE: "offered",
  REFUND_OR_RETURN_REQUEST_REJECT: "refused",
  AWAITING_BUYER_SHIP: "approved",
  BUYER_SHIPPED_ITEM: "shipped_back",
  REJECT_RECEIVE_PACKAGE: "refused",
  RETURN_OR_REFUND_REQUEST_SUCCESS: "approved",
  RETURN_OR_REFUND_REQUEST_COMPLETE: "settled",
  RETURN_OR_REFUND_REQUEST_CANCEL: "withdrawn",
  RETURN_OR_REFUND_REQUEST_CANCELLED: "withdrawn",
  REPLACEMENT_REQUEST_PENDING: "waiting",
  REPLACEMENT_REQUEST_REJECT: "refused",
  REPLACEMENT_REQUEST_REFUND_SUCCESS: "approved",
  REPLACEMENT_REQUEST_CANCEL: "withdrawn",
  REPLACEMENT_REQUEST_CANCELLED: "withdrawn",
  REPLACEMENT_REQUEST_COMPLETE: "settled",
}

const KIND_OF_RETURN: Record<string, BuyerRequestKind | undefined> = {
  REFUND: "refund",
  RETURN_AND_REFUND: "return",
  REPLACEMENT: "replacement",
}

/**
 * Translates an entry of TikTok's search for cancellations, purely.
 * @throws {MappingError} naming the field that cannot be understood.
 */
export function mapCancellation(json: JsonObject): NeutralBuyerRequest {
  const request = fieldsOf<WireCancellation>(json)
  const action = actionIn(json)
  return {
    external_id: CANCELLATION + request.required("cancel_id"),
    order_external_id: request.required("order_id"),
    kind: "cancellation",
    raw_status: request.required("cancel_status"),
    state: stateIn(request, "cancel_status", STATE_OF_CANCELLATION, action),
    initiator: initiatorOf(request.text("role")),
    reason: request.text("cancel_reason"),
    reason_text: request.text("cancel_reason_text"),
    ...timesOf(request),
    ...answersTo(action),
    tracking_number: null,
    carrier: null,
    ...refundOf(request.object<WireRefund>("refund_amount")),
    lines: linesOf(request.list("cancel_line_items")),
    next_external_id: null,
  }
}

/**
 * Translates an entry of TikTok's search for returns, purely.
 * @throws {MappingError} naming the field that cannot be understood.
 */
export function mapReturn(json: JsonObject): NeutralBuyerRequest {
  const request = fieldsOf<WireReturn>(json)
  const action = actionIn(json)
  const next = request.text("next_return_id")
  const tracking_number = request.text("return_tracking_number")
  return {
    external_id: RETURN + request.required("return_id"),
    order_external_id: request.required("order_id"),
    kind: kindOf(request),
    raw_status: request.required("return_status"),
    state: stateIn(request, "return_status", STATE_OF_RETURN, action),
    initiator: initiatorOf(request.text("role")),
    reason: request.text("return_reason"),
    reason_text: request.text("return_reason_text"),
    ...timesOf(request),
    ...answersTo(action),
    tracking_number,
    carrier: request.text("return_provider_name"),
    ...refundOf(request.object<WireRefund>("refund_amount")),
    lines: linesOf(request.list("return_line_items")),
    next_external_id: next === null || next === "0" ? null : RETURN + next,
  }
}

/** What the seller may decide now; undefined when nothing that is known here. */
export function actionIn(
  json: JsonObject
): { name: NextAction; deadline: Date | null } | undefined {
  return fieldsOf<{ seller_next_action_response?: WireNextAction[] }>(json)
    .list<WireNextAction>("seller_next_action_response")
    .flatMap((one) => {
      const name = NEXT_ACTIONS.find((known) => known === one.text("action"))
      return name ? [{ name, deadline: one.time("deadline") }] : []
    })
    .at(0)
}

/** A status that is not in the table is only clear while the seller is asked. */
function stateIn<Wire extends object>(
  request: Fields<Wire>,
  name: keyof Wire & string,
  states: States,
  action: ReturnType<typeof actionIn>
): BuyerRequestState {
  const raw_status = request.required(name)
  const state = states[raw_status] ?? (action ? "waiting" : undefined)
  if (!state) {
    throw new MappingError(request.at(name), `"${raw_status}" is not known`)
  }
  return state
}

/**
 * Goods that the buyer may keep do not come back. As long as that is not decided, or they
 * are on their way, TikTok's type stands.
 */
function kindOf(request: Fields<WireReturn>): BuyerRequestKind {
  const type = request.required("return_type")
  const kind = KIND_OF_RETURN[type]
  if (!kind) {
    throw new MappingError(request.at("return_type"), `"${type}" is not known`)
  }
  const is_granted = [
    "RETURN_OR_REFUND_REQUEST_SUCCESS",
    "RETURN_OR_REFUND_REQUEST_COMPLETE",
  ].includes(request.text("return_status") ?? "")
  const are_kept =
    is_granted &&
    request.flag("can_buyer_keep_item") &&
    request.text("return_tracking_number") === null
  return kind === "return" && are_kept ? "refund" : kind
}

function initiatorOf(role: string | null): NeutralBuyerRequest["initiator"] {
  if (role === "BUYER") {
    return "buyer"
  }
  return role === "SELLER" ? "seller" : "system"
}

function timesOf(
  request: Fields<{ create_time?: number; update_time?: number }>
) {
  const requested_at = request.requiredTime("create_time")
  return {
    requested_at,
    external_updated_at: request.time("update_time") ?? requested_at,
  }
}

function answersTo(
  action: ReturnType<typeof actionIn>
): Pick<NeutralBuyerRequest, "answers" | "respond_by"> {
  return action
    ? { answers: ["approve", "reject"], respond_by: action.deadline }
    : { answers: [], respond_by: null }
}

function refundOf(
  refund: Fields<WireRefund> | null
): Pick<NeutralBuyerRequest, "refund_amount" | "currency_code"> {
  const currency_code = refund?.text("currency")?.toLowerCase() ?? null
  const refund_amount =
    refund && currency_code
      ? refund.amountIfGiven("refund_total", currency_code)
      : null
  return refund_amount === null
    ? { refund_amount: null, currency_code: null }
    : { refund_amount, currency_code }
}

/** One entry is one unit, as on orders. */
function linesOf(
  lines: Fields<Pick<WireReturnLine, "order_line_item_id">>[]
): NeutralBuyerRequest["lines"] {
  const ids = lines.map((line) => line.required("order_line_item_id"))
  return [...new Set(ids)].map((external_line_id) => ({
    external_line_id,
    quantity: 1,
  }))
}
