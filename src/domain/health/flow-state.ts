/**
 * - `working`: somebody is at it now.
 * - `stopped`: its channel is paused, or has to be signed in again.
 */
export const FLOW_STATES = [
  "ok",
  "working",
  "failing",
  "late",
  "stopped",
] as const
export type FlowState = (typeof FLOW_STATES)[number]
