import type { JsonValue } from "../../../domain/shared/json"

export const RUN_KINDS = [
  "order_download",
  "listing_download",
  "product_creation",
  "order_action",
  "order_check",
  "statement_import",
  "settlement_orders",
  "statement_download",
] as const
/** `needs_mapping`: a person has to say what the columns of a file are. */
export const RUN_STATUSES = [
  "running",
  "done",
  "failed",
  "needs_mapping",
] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

export type Run = {
  id: string
  kind: string
  status: RunStatus
  preview?: boolean
  /** What the run was asked for; of its own kind. */
  params?: Record<string, JsonValue> | null
  progress: {
    done: number
    total: number | null
    phase?: string | null
  } | null
  counts: Record<string, number>
  error?: string | null
  /** Files it made; they are kept for a while only. */
  files?: RunFile[]
  created_at?: string
  finished_at?: string | null
}

export type RunFile = {
  id: string
  filename: string
  mime_type: string
  /** Bytes. */
  size: number
  expires_at: string | null
}

export type RunResult = {
  /** Of the line; of the channel order where the run acts on orders. */
  id: string
  /** Whether an action left the order as it was wanted. */
  ok?: boolean
  channel_id?: string | null
  channel_name: string | null
  external_id: string
  code: string
  params: Record<string, JsonValue> | null
  message: string | null
}

/** Codes of an order download besides the block reasons. */
export const ORDER_RESULT_CODES = [
  "imported",
  "updated",
  "moved_back",
  "unchanged",
  "ignored",
  "listing_not_downloaded",
  "listing_not_linked",
  "out_of_window",
  "not_listed",
  "not_known",
  "failed",
] as const
export const LISTING_RESULT_CODES = [
  "created",
  "changed",
  "unchanged",
  "gone",
  "failed",
] as const
export const PRODUCT_RESULT_CODES = [
  "product_created",
  "linked",
  "set_not_made",
  "failed",
] as const
