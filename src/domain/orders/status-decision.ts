import { OrderStatus } from "./order-status"

/** What an order's raw status, history and the shop's own marks make of it. */
export type StatusDecision =
  | {
      kind: "status"
      status: OrderStatus
      /** A stable word; `raw:<status>` for a plain row of the provider's table. */
      rule: string
    }
  /** Listed, but not imported. */
  | { kind: "ignored"; rule: string }
  /** Parks the order; never guessed. */
  | { kind: "unknown"; raw_status: string }

/** What the shop itself did with the order. */
export type StatusMark = {
  status: "packing" | "packed" | "awaiting_collection" | "returned"
  at: Date
}

/** Units that a buyer sends back. */
export type ReturnFact = {
  /** `refund_only` brings no goods back; `withdrawn` no longer does. */
  state: "open" | "received" | "refund_only" | "withdrawn"
  units: number
}

/** What the status depends on beside the newest raw order. */
export type StatusContext = {
  /** When we gave the parcel to the carrier by a closed handover record. */
  handed_over_at: Date | null
  marks?: StatusMark[]
  returns?: ReturnFact[]
}
