import { FlowContext } from "../flows/flow-context"

/** How often Medusa's levels are asked themselves (milliseconds). */
const INTERVAL_MS = 60_000
/** A level is dated before it is committed, by the clock of whoever wrote it (milliseconds). */
const OVERLAP_MS = 30_000

/**
 * Has listings looked at whose levels in Medusa have changed since their last look. Medusa's
 * events tell of each change at once, but only to who lives and listens: what they told a
 * process that died, or a bus that was away, is found here within a minute or so.
 */
export async function findMissedChanges({
  marketplaces,
  channel,
  flow,
}: FlowContext): Promise<void> {
  const now = new Date()
  const since = flow.cursor
  if (since && now.getTime() - since.getTime() < INTERVAL_MS) {
    return
  }
  if (since) {
    await marketplaces.stockNudges.addChangedSince(
      channel.id,
      new Date(since.getTime() - OVERLAP_MS),
      OVERLAP_MS
    )
  }
  await marketplaces.flows.advance(flow, now)
}
