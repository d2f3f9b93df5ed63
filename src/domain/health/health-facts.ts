import { ChannelStatus } from "../channels/channel-settings"
import { FlowKind } from "../channels/flow-kind"
import { RunningProcess } from "../stock/locking-obstacle"
import { StorageTrouble } from "./failure-code"

/** What is known about the shop's work at one moment; all times UTC, by the database's clock. */
export type HealthFacts = {
  now: Date
  /** Why nothing can be written; null when it can. */
  storage: { code: StorageTrouble; reason: string } | null
  /** How far this process's clock is ahead of the database's (milliseconds). */
  clock_ahead_ms: number
  /** Also those that were seen a while ago. */
  processes: ProcessFacts[]
  /** Refused webhooks of the last hours, by marketplace. */
  refusals: { provider_id: string; label: string; count: number; since: Date }[]
  /** Runs that go on but that nobody attends to. */
  abandoned_runs: Backlog | null
  channels: ChannelFacts[]
}

export type ProcessFacts = RunningProcess & {
  name: string
  /** `shared`, `worker` or `server`; the last does no work of its own. */
  worker_mode: string
}

/** Something that waits: how many (at most a hundred are counted), since when, and why. */
export type Backlog = { count: number; oldest_at: Date; error: string | null }

export type ChannelFacts = {
  id: string
  name: string
  status: ChannelStatus
  status_reason: string | null
  created_at: Date
  /** When its row last changed. */
  changed_at: Date
  /** False when its marketplace is not among the plugin's options any more. */
  provider_known: boolean
  /** Recurring work that it should have, with the time between two turns (milliseconds). */
  expected_flows: Partial<Record<FlowKind, number | null>>
  authorization: {
    /** When a person has to sign in again; null when never. */
    ends_at: Date | null
    refused_at: Date | null
    /** False when the key that its secrets were encrypted with is not configured. */
    key_known: boolean
    /** Names that key; not a secret. */
    key_id: string
  } | null
  flows: FlowFacts[]
  /** How the marketplace tells of changes; null when it does not. */
  tells_by: "webhook" | "event_queue" | null
  /** The newest message of the marketplace about this channel that is still kept. */
  last_message_at: Date | null
  /**
   * Orders first seen after that, or in the time of which messages are kept; without any
   * message, at most twenty, oldest first.
   */
  untold_orders: Date[]
  event_queue: { last_pull_at: Date | null; last_error: string | null } | null
  listings_downloaded_at: Date | null
  /** Orders as they were first seen, the last one first; at most twenty. */
  newest_orders: SeenOrder[]
  /**
   * How many orders came in the same hours of each of the weeks before as there was silence
   * since the last one; at most eight are counted.
   */
  same_hours_before: number[]
  /** Messages whose orders are not read yet. */
  unread: Backlog | null
  /** Copies that nothing is decided from. */
  unplanned: Backlog | null
  /** Medusa orders that do not follow. */
  unsettled: Backlog | null
  /** Stock writes without an answer, and refused ones. */
  unanswered_stock: Backlog | null
  refused_stock: Backlog | null
  /** The last days up to which statements settle, each once, the newest first; at most six. */
  statements: Date[]
}

export type FlowFacts = {
  kind: FlowKind
  due_at: Date
  leased_until: Date | null
  /** When its worker last got on. */
  progressed_at: Date | null
  last_success_at: Date | null
  last_error: string | null
  last_error_code: string | null
  failing_since: Date | null
  failures: number
  /** Since when orders are left out of the marketplace's list. */
  empty_since: Date | null
}

export type SeenOrder = { placed_at: Date; seen_at: Date }
