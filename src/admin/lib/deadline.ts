import type { Deadline } from "../../domain/orders/deadline"
import type { ChannelOrder } from "./types"

export type ShownDeadline = {
  kind: Deadline["kind"]
  at: string
  overdue: boolean
}

/** What has to happen to an order next, by when, and whether it is late; null when nothing is owed. */
export function deadlineOf(
  {
    deadline_at,
    deadline_kind,
  }: Pick<ChannelOrder, "deadline_at" | "deadline_kind">,
  now: Date
): ShownDeadline | null {
  if (!deadline_at) {
    return null
  }
  return {
    kind: deadline_kind ?? "ship_by",
    at: deadline_at,
    overdue: new Date(deadline_at).getTime() <= now.getTime(),
  }
}
