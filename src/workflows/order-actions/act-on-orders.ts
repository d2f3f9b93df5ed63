import { OrderAction } from "../../domain/orders/order-action"
import { JsonObject } from "../../domain/shared/json"
import { listChannels } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import { actionResult } from "./action-result"
import { ACTION_EXECUTORS } from "./action-executors"

/** Parameters of an order action, as the route stores them. */
export type OrderActionParams = {
  action: OrderAction
  /** Channel orders, each once. */
  ids: string[]
  params: JsonObject
}

/**
 * Does one thing with many orders, of one channel or several, and says of each what
 * became of it. One order's or channel's failure is a result line; the others go on.
 */
export async function actOnOrders(context: RunContext): Promise<void> {
  const { marketplaces, run } = context
  const { ids, action, params } = run.params as unknown as OrderActionParams
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: ids },
    { select: ["id", "channel_id", "external_id"], order: { placed_at: "ASC" } }
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const execute = ACTION_EXECUTORS[action]
  const progress = { phase: "acting", done: 0, total: orders.length }
  for (const channel of channels) {
    const own = orders.filter(({ channel_id }) => channel_id === channel.id)
    if (execute) {
      const { providers } = marketplaces
      await execute(context, {
        action,
        channel,
        provider: providers.has(channel.provider_id)
          ? providers.retrieve(channel.provider_id)
          : null,
        orders: own,
        params,
        report: (done) =>
          context.report({ ...progress, done: progress.done + done }),
      })
    } else {
      await context.addResults(
        own.map((order) =>
          actionResult(channel, order, { ok: false, code: "not_supported" })
        )
      )
    }
    progress.done += own.length
  }
  await context.report({ ...progress, phase: "done" })
}
