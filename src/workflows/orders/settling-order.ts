import { HostState } from "../../domain/orders/host-state"
import { Channel } from "./channel"
import { ImportableOrder } from "./importable-order"
import { PlannedCopy } from "./plan-copies"

/** An order to settle, with everything its moves need to know. */
export type SettlingOrder = PlannedCopy<ImportableOrder> & {
  channel: Channel
  order_id: string
  from: HostState
  to: HostState
}
