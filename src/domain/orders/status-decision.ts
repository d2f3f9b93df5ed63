import { ParcelMark } from "../parcels/parcel-mark"
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

/** Units that a buyer sends back, or wants the money for. */
export type ReturnFact = {
  /** `refund_only` brings no goods back; `withdrawn` no longer does. */
  state: "open" | "received" | "refund_only" | "withdrawn"
  units: number
}

/** What the status depends on beside the newest raw order. */
export type StatusContext = {
  /** What the shop did with the order's parcels. */
  marks: ParcelMark[]
  /** What the buyer sends back. */
  returns: ReturnFact[]
  /** Units that were scanned back in: good, damaged or found missing. */
  received_units: number
}

/** An order that the shop has not touched and nobody sends back. */
export const UNTOUCHED: StatusContext = {
  marks: [],
  returns: [],
  received_units: 0,
}
