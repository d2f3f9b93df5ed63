import { pushesStock } from "../../domain/provider/pushes-stock"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { findMissedChanges } from "./find-missed-changes"
import { holdUnseen } from "./hold-unseen"
import { lookAtStock } from "./look-at-stock"
import { wakeForStock } from "./wake-for-stock"
import { nextTurn } from "./next-turn"

/** Most listings a look: what is decided from a reading has to be written soon after it. */
const MOST_LISTINGS = 20
/** A turn; afterwards other channels have theirs (milliseconds). */
const TURN_MS = 10_000

/**
 * Lets the marketplace show what the shop has, for every listing whose stock may have changed.
 * One worker per channel over all processes; what it leaves undone is in rows.
 */
export async function followStock(context: FlowContext): Promise<FlowOutcome> {
  const { container, marketplaces, channel, flow } = context
  const { stockBook, stockNudges } = marketplaces
  const provider = marketplaces.providers.retrieve(channel.provider_id)
  if (!pushesStock(provider)) {
    await holdUnseen(container, null)
    return "finished"
  }
  await stockNudges.addListings(
    await stockBook.giveUpPending(channel.id),
    "retry"
  )
  await findMissedChanges(context)
  const batch = Math.min(MOST_LISTINGS, provider.stock_read_batch_size)
  const end = Date.now() + TURN_MS
  let left_alone_until: Date | null = null
  while (Date.now() < end && left_alone_until === null) {
    const nudges = await stockNudges.listDue(channel.id, batch)
    if (!nudges.length) {
      break
    }
    left_alone_until = await lookAtStock(context, provider, nudges)
    await marketplaces.flows.getOn(flow)
  }
  const due_at = nextTurn(
    await stockNudges.nextDue(channel.id),
    left_alone_until ?? new Date()
  )
  wakeForStock(container, due_at)
  return { due_at }
}
