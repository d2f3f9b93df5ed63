import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { FlowKind } from "../../domain/channels/flow-kind"
import { failureCode } from "../../domain/health/failure-code"
import { errorMessage } from "../../domain/shared/error-message"
import { ClaimedFlow } from "../../modules/marketplace-channel/services/flow-schedule"
import { pollRequests } from "../buyer-requests/poll-requests"
import { noteChannelError } from "../channels/note-channel-error"
import { renewAuthorization } from "../channels/renew-authorization"
import { readEventQueue } from "../event-queues/read-event-queue"
import { marketplacesOf } from "../marketplaces"
import { listChannels } from "../orders/channel"
import { FlowContext, FlowOutcome } from "./flow-context"
import { keepFlow } from "./keep-flow"
import { retryDelay } from "./retry-delay"
import {
  pollHistory,
  pollRecentOrders,
  pollWideWindow,
} from "../orders/poll-orders"
import { rereadOpenOrders } from "../orders/reread-open-orders"
import { captureDeliveredPayments } from "../statements/capture-delivered-payments"
import { pollStatements } from "../statements/poll-statements"
import { followStock } from "../stock/follow-stock"
import { sweepStock } from "../stock/sweep-stock"

const FLOWS: Record<FlowKind, (context: FlowContext) => Promise<FlowOutcome>> =
  {
    recent_orders: pollRecentOrders,
    wide_orders: pollWideWindow,
    open_orders: rereadOpenOrders,
    history_orders: pollHistory,
    authorization: renewAuthorization,
    event_queue: readEventQueue,
    buyer_requests: pollRequests,
    statements: pollStatements,
    delivered_payments: captureDeliveredPayments,
    stock: followStock,
    stock_sweep: sweepStock,
  }

/**
 * What may be refused to a shop whose orders can be read, because its app or its sign-in does
 * not cover it: polling goes on and finds out by itself whether a person has to sign in.
 */
const GRANTED_APART: readonly FlowKind[] = [
  "event_queue",
  "buyer_requests",
  "statements",
  "stock",
  "stock_sweep",
]

/** Works one claimed flow off. A failure postpones this flow and touches no other. */
export async function runFlow(
  container: MedusaContainer,
  flow: ClaimedFlow
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const [channel] = await listChannels(marketplaces, [flow.channel_id])
  if (!channel) {
    await marketplaces.flows.remove(flow)
    return
  }
  const letGo = keepFlow(marketplaces, flow)
  try {
    const outcome = await FLOWS[flow.kind]({
      container,
      marketplaces,
      channel,
      flow,
    })
    if (outcome === "finished") {
      await marketplaces.flows.remove(flow)
    } else {
      await marketplaces.flows.succeed(flow, outcome.due_at)
    }
  } catch (error) {
    const reason = errorMessage(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`marketplaces: ${flow.kind} of ${channel.name} failed: ${reason}`)
    if (!GRANTED_APART.includes(flow.kind)) {
      await noteChannelError(marketplaces, channel, error)
    }
    await marketplaces.flows.fail(
      flow,
      new Date(Date.now() + retryDelay(flow, error)),
      { message: reason, code: failureCode(error) }
    )
  } finally {
    letGo()
  }
}
