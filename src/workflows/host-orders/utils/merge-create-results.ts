import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"

/** One reason per order: the first that came up; a refused order counts as nothing else. */
export function mergeCreateResults(
  drafts: OrderDraft[],
  rows: CreateHostOrdersResult,
  later: CreateHostOrdersResult["refused"]
): CreateHostOrdersResult {
  const refused = new Map<string, string>()
  for (const { channel_order_id, message } of [...rows.refused, ...later]) {
    if (!refused.has(channel_order_id)) {
      refused.set(channel_order_id, message)
    }
  }
  const refusedOrders = new Set(
    drafts
      .filter((draft) => refused.has(draft.channel_order_id))
      .map((draft) => draft.order_id)
  )
  const accepted = (order_id: string) => !refusedOrders.has(order_id)
  return {
    created: rows.created.filter(accepted),
    existing: rows.existing.filter(accepted),
    refused: [...refused].map(([channel_order_id, message]) => ({
      channel_order_id,
      message,
    })),
  }
}
