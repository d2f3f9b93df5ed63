import { errorMessage } from "../../domain/shared/error-message"
import { OrderActionCode } from "../../domain/orders/order-action-codes"
import {
  isTemporary,
  MarketplaceError,
} from "../../domain/provider/marketplace-error"
import { JsonValue } from "../../domain/shared/json"
import { RunResultLine } from "../../modules/marketplace-channel/services/run-log"
import { resultMessage } from "../runs/result-message"
import { Channel } from "../orders/channel"

/** What became of one order: `ok` when it is as the person wants it. */
export type ActionOutcome = {
  ok: boolean
  code: OrderActionCode
  params?: { [name: string]: JsonValue }
}

/** As far as a result line looks at an order. */
export type ActedOrder = { id: string; channel_id: string; external_id: string }

/** The result line of an order that was acted on; `params` hold its id and `ok`. */
export function actionResult(
  channel: Pick<Channel, "name"> | undefined,
  order: ActedOrder,
  { ok, code, params = {} }: ActionOutcome
): RunResultLine {
  const channel_name = channel?.name ?? null
  return {
    channel_id: order.channel_id,
    channel_name,
    external_id: order.external_id,
    code,
    params: { ...params, channel_order_id: order.id, ok },
    message: resultMessage(code, channel_name ?? "", order.external_id, params),
  }
}

/** A failure that is known to have changed nothing at the marketplace. */
export function failureOutcome(error: unknown): ActionOutcome {
  const reason = errorMessage(error)
  return { ok: false, code: codeOf(error), params: { reason } }
}

function codeOf(error: unknown): OrderActionCode {
  if (isTemporary(error)) {
    return "unavailable"
  }
  if (!(error instanceof MarketplaceError)) {
    return "failed"
  }
  // Signing in alone would not help: the error says what does.
  if (error.trouble === "scope_missing") {
    return "rejected"
  }
  switch (error.kind) {
    case "authorization_expired":
    case "authorization_refused":
      return "needs_authorization"
    case "rejected":
      return "rejected"
    case "not_found":
      return "not_offered"
    default:
      return "failed"
  }
}
