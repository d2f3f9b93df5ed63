import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { ReadsEventQueue } from "../../domain/provider/reads-event-queue"
import { FlowContext } from "../flows/flow-context"

/** What a turn at an event queue works with; `access` is the access of its channel. */
export type QueueReader = FlowContext & {
  provider: MarketplaceProvider & ReadsEventQueue
  access: ChannelAccess
  /** The queue's, in the provider's words. */
  key: string
}
