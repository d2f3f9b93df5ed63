import { OrderAction } from "../../domain/orders/order-action"
import { ConfirmationWish } from "../../domain/orders/confirmation"
import { confirmsOrders } from "../../domain/provider/confirms-orders"
import { RunContext } from "../runs/run-context"
import { Channel, listChannels } from "../orders/channel"
import { ActedOrder, ActionOutcome, actionResult } from "./action-result"
import { answerConfirmations } from "./answer-confirmations"

/** Parameters of an order action, as the route stores them. */
export type OrderActionParams = {
  action: OrderAction
  /** Channel orders, each once. */
  ids: string[]
  params: {
    /** Of a single order. */
    line_ids?: string[]
    pickup_slot?: string
    warehouse_external_id?: string
  }
}

/**
 * Does one thing with many orders, of one channel or several, and says of each what
 * became of it. One order's or channel's failure is a result line; the others go on.
 */
export async function actOnOrders(context: RunContext): Promise<void> {
  const { marketplaces, run } = context
  const { ids, ...asked } = run.params as unknown as OrderActionParams
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: ids },
    { select: ["id", "channel_id", "external_id"], order: { placed_at: "ASC" } }
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const progress = { phase: "acting", done: 0, total: orders.length }
  for (const channel of channels) {
    const own = orders.filter(({ channel_id }) => channel_id === channel.id)
    await actOnChannel(context, channel, own, wishOf(asked), (done) =>
      context.report({ ...progress, done: progress.done + done })
    )
    progress.done += own.length
  }
  await context.report({ ...progress, phase: "done" })
}

async function actOnChannel(
  context: RunContext,
  channel: Channel,
  orders: ActedOrder[],
  wish: ConfirmationWish,
  report: (done: number) => Promise<void>
): Promise<void> {
  const { providers } = context.marketplaces
  const provider = providers.has(channel.provider_id)
    ? providers.retrieve(channel.provider_id)
    : null
  const hindrance = hindranceOf(channel)
  if (hindrance || !provider || !confirmsOrders(provider)) {
    const outcome = hindrance ?? { ok: false, code: "not_supported" }
    await context.addResults(
      orders.map((order) => actionResult(channel, order, outcome))
    )
    return
  }
  await answerConfirmations(
    context,
    { channel, provider, wish },
    orders,
    report
  )
}

/** Why a channel makes no calls; null when it does. */
function hindranceOf(channel: Channel): ActionOutcome | null {
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

function wishOf({
  action,
  params,
}: Omit<OrderActionParams, "ids">): ConfirmationWish {
  const warehouse_external_id = params.warehouse_external_id ?? null
  return action === "refuse_order"
    ? { kind: "refuse", warehouse_external_id }
    : {
        kind: "confirm",
        line_ids: params.line_ids ?? null,
        warehouse_external_id,
        pickup_slot: params.pickup_slot ?? null,
      }
}
