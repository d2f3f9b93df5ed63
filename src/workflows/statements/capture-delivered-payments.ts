import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderIdentities } from "../../domain/orders/identities"
import { FlowContext, FlowOutcome } from "../flows/flow-context"
import { captureHostPaymentsWorkflow } from "../host-orders/workflows/capture-host-payments"
import { lockOrders } from "../orders/lock-orders"

/** Orders a batch: their locks are held together. */
const BATCH = 25

/**
 * Captures the cash on delivery of orders that were delivered while the channel waited for
 * settlements, once it is set to do so no more. Repeating it changes nothing.
 */
export async function captureDeliveredPayments({
  container,
  marketplaces,
  channel,
  flow,
}: FlowContext): Promise<FlowOutcome> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let after = ""
  while (channel.settings.capture_payments !== "when_settled") {
    const orders = await marketplaces.settledPayments.listDelivered(
      channel.id,
      { after, limit: BATCH }
    )
    const last = orders.at(-1)
    if (!last) {
      break
    }
    const { result } = await lockOrders(
      container,
      orders.map(({ channel_order_id }) => channel_order_id),
      () =>
        captureHostPaymentsWorkflow(container).run({
          input: {
            payments: orders.map(({ order_id, channel_order_id }) => ({
              order_id,
              collection_id:
                orderIdentities(channel_order_id).payment_collection_id,
            })),
          },
        })
    )
    for (const { order_id, message } of result.refused) {
      logger.error(
        `marketplaces: the payment of order ${order_id} is not captured: ${message}`
      )
    }
    after = last.channel_order_id
    await marketplaces.flows.getOn(flow)
  }
  return "finished"
}
