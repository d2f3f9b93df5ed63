import { ChannelFacts, FlowFacts } from "./health-facts"

/** So many intervals without a success are no proof of life any more, whatever is due. */
const INTERVALS = 3

/** How long a flow may wait for a place, longer than any tick works (milliseconds). */
export const PLACE_MS = 2 * 60_000

/**
 * Until when a flow's last success proves that it goes on; null where it has none yet, or only
 * its own schedule says when it is done again.
 */
export function provenUntil(
  { expected_flows }: Pick<ChannelFacts, "expected_flows">,
  { kind, last_success_at }: Pick<FlowFacts, "kind" | "last_success_at">
): Date | null {
  const interval = expected_flows[kind]
  return interval && last_success_at
    ? new Date(last_success_at.getTime() + INTERVALS * interval + PLACE_MS)
    : null
}
