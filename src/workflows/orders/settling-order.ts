import { HostState } from "../../domain/orders/host-state"
import { GoodsRequest } from "../../domain/returns/coming-back"
import { StoredReceipt } from "../../modules/marketplace-channel/services/receipt-book"
import { Channel } from "./channel"
import { ImportableOrder } from "./importable-order"
import { ChannelFacts } from "./load-planning-facts"
import { PlannedCopy } from "./plan-copies"

/** A buyer's request as settling looks at it. */
export type SettlingRequest = GoodsRequest & {
  id: string
  medusa_return_ids: string[]
}

/** An order to settle, with everything its moves need to know. */
export type SettlingOrder = PlannedCopy<ImportableOrder> & {
  channel: Channel
  facts: ChannelFacts
  order_id: string
  from: HostState
  to: HostState
  /** What came back of it, oldest first. */
  receipts: StoredReceipt[]
  requests: SettlingRequest[]
}
