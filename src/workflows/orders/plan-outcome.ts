import { BlockReason } from "../../domain/orders/block-reason"
import { HostState } from "../../domain/orders/host-state"

/** What applying a plan came to: the Medusa order, or why there is none. */
export type PlanOutcome =
  | {
      import_state: "imported"
      medusa_order_id: string
      host_state: HostState
      rule: string
    }
  | { import_state: "blocked"; reasons: BlockReason[] }
  | { import_state: "ignored"; rule: string }
