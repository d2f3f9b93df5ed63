import type { ChannelStatus } from "../../../domain/channels/channel-settings"
import type { FlowKind } from "../../../domain/channels/flow-kind"
import type { AlarmCode, Severity } from "../../../domain/health/alarm-code"
import type { FlowState } from "../../../domain/health/flow-state"
import type { HealthState } from "../../../domain/health/judge-health"
import type { JsonObject } from "../../../domain/shared/json"

export type HealthAlarm = {
  /** Names it for as long as it lasts. */
  id: string
  code: AlarmCode
  severity: Severity
  /** Null for what concerns the whole shop. */
  channel_id: string | null
  channel_name: string | null
  flow: FlowKind | null
  since: string
  message: string
  remedy: string
  params: JsonObject
}

export type ChannelHealthState = {
  channel_id: string
  name: string
  status: ChannelStatus
  state: HealthState
  authorization_ends_at: string | null
  last_order_at: string | null
  last_webhook_at: string | null
  flows: {
    kind: FlowKind
    due_at: string
    last_success_at: string | null
    last_error: string | null
    failures: number
    state: FlowState
  }[]
}

export type HealthProcess = {
  id: string
  name: string
  worker_mode: string
  locking: string
  started_at: string
  seen_at: string
  alive: boolean
}

export type Health = {
  state: HealthState
  checked_at: string
  alarms: HealthAlarm[]
  channels: ChannelHealthState[]
  processes: HealthProcess[]
}
