import { FlowKind } from "../channels/flow-kind"
import { JsonObject } from "../shared/json"
import { AlarmCode } from "./alarm-code"

/** Something that is wrong now. */
export type Finding = {
  code: AlarmCode
  /** Null for what concerns the whole shop. */
  channel_id: string | null
  /** The work it is about; null when it is about none in particular. */
  flow: FlowKind | null
  /** Since when it is so, as far as one can tell (UTC). */
  since: Date
  /** Grows as it gets more urgent; told again with each. */
  step: number
  /** What the words need. */
  params: JsonObject
}

/** Names a finding for as long as it lasts. */
export function alarmKey({ code, channel_id, flow, params }: Finding): string {
  const about = flow ?? params.provider ?? ""
  return [code, channel_id ?? "", about].join(":")
}
