import { AlarmCode } from "./alarm-code"
import { Finding } from "./finding"
import { ChannelFacts } from "./health-facts"

/** A finding about one channel. */
export function channelFinding(
  { id, name }: Pick<ChannelFacts, "id" | "name">,
  code: AlarmCode,
  since: Date,
  more: Partial<Pick<Finding, "flow" | "step" | "params">> = {}
): Finding {
  const { flow = null, step = 0, params = {} } = more
  return {
    code,
    channel_id: id,
    flow,
    since,
    step,
    params: { channel: name, ...params },
  }
}
