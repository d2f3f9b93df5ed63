import { OrderAction } from "../../domain/orders/order-action"
import { MarketplaceProvider } from "../../domain/provider/marketplace-provider"
import { JsonObject } from "../../domain/shared/json"
import { Channel } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome } from "./action-result"

/** One action on orders of one channel. */
export type ActionTask = {
  action: OrderAction
  channel: Channel
  /** Null when the plugin's options do not have the channel's provider (any more). */
  provider: MarketplaceProvider | null
  orders: ActedOrder[]
  /** The marketplace's ids of the only parcels that are meant; null: all of the orders'. */
  parcels: string[] | null
  /** As the route checked them. */
  params: JsonObject
  /** Tells how many of the orders are done. */
  report: (done: number) => Promise<void>
}

/**
 * Works a task off and adds a result line for each of its orders. Executing it again after a
 * crash, with the run's result lines so far, must neither repeat nor lose anything.
 */
export type ActionExecutor = (
  context: RunContext,
  task: ActionTask
) => Promise<void>

/**
 * Works off the tasks of all channels together, for what makes one thing of them all; else
 * as an {@link ActionExecutor}.
 */
export type ActionJob = (
  context: RunContext,
  tasks: ActionTask[]
) => Promise<void>

/** Why a channel makes no calls; null when it does. */
export function hindranceOf(channel: Channel): ActionOutcome | null {
  if (channel.deleted_at) {
    return { ok: false, code: "channel_disconnected" }
  }
  if (channel.status === "paused") {
    return { ok: false, code: "channel_paused" }
  }
  return channel.status === "needs_authorization"
    ? { ok: false, code: "needs_authorization" }
    : null
}
