import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"

/** The drafts that are still to be completed. */
export function withoutRefused(
  drafts: OrderDraft[],
  refused: CreateHostOrdersResult["refused"]
): OrderDraft[] {
  const out = new Set(refused.map(({ channel_order_id }) => channel_order_id))
  return drafts.filter((draft) => !out.has(draft.channel_order_id))
}
