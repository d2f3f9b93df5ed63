import {
  NeutralOrder,
  StatusMeaning,
} from "../../../domain/orders/neutral-order"
import { WireOrder } from "../types"
import { Fields } from "./fields"

/** An order that nobody pays for is cancelled two days after it was placed. */
const UNPAID_FOR_MS = 48 * 60 * 60 * 1000

/**
 * What has to happen by when. TikTok names a target (`…_sla_time`) and the moment at which
 * it cancels (`…_due_time`); the target is what the seller is measured by. The next thing
 * that the seller owes is the arranging, and then the handing over.
 */
export function mapDeadlines(
  order: Fields<WireOrder>,
  meaning: StatusMeaning
): NeutralOrder["deadlines"] {
  const arrange_by =
    order.time("rts_sla_time") ?? order.time("shipping_due_time")
  const collect_by =
    order.time("tts_sla_time") ?? order.time("collection_due_time")
  return {
    ship_by: isArranged(meaning) ? collect_by : arrange_by,
    collect_by,
    deliver_by:
      order.time("delivery_sla_time") ?? order.time("delivery_due_time"),
    cancel_at: earliest(
      order.time("cancel_order_sla_time"),
      unpaidUntil(order)
    ),
  }
}

function earliest(...times: (Date | null)[]): Date | null {
  const named = times.flatMap((time) => time?.getTime() ?? [])
  return named.length ? new Date(Math.min(...named)) : null
}

function isArranged(meaning: StatusMeaning): boolean {
  return (
    meaning.kind === "status" &&
    meaning.status !== "new" &&
    meaning.status !== "awaiting_confirmation"
  )
}

/** TikTok's times are those of a paid order; when an unpaid one ends is known from its help pages. */
function unpaidUntil(order: Fields<WireOrder>): Date | null {
  return order.text("status") === "UNPAID"
    ? new Date(order.requiredTime("create_time").getTime() + UNPAID_FOR_MS)
    : null
}
