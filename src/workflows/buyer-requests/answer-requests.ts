import { NeutralBuyerRequest } from "../../domain/returns/buyer-request"
import { ActedOrder } from "../order-actions/action-result"
import { answerInTurn } from "../order-actions/answer-in-turn"
import { rereadOrders } from "../order-actions/reread-orders"
import { RunContext } from "../runs/run-context"
import {
  answerRequest,
  judgeAfterCrash,
  RequestAnswerTask,
} from "./answer-request"
import { readRequestsOfOrders, rereadRequests } from "./read-requests-of-orders"

/**
 * Answers what buyers ask for about orders of one channel, each as its request is at that
 * moment. A refusal to let us answer leaves the channel as it is: answering may be refused to
 * a shop whose orders can be read.
 */
export function answerRequests(
  context: RunContext,
  task: RequestAnswerTask,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  const { container } = context
  const { action, channel, provider } = task
  return answerInTurn(
    context,
    {
      action,
      channel,
      read: (open, access) =>
        readRequestsOfOrders(provider, access, externalIds(open)),
      answer: (order, requests, access) =>
        answerRequest(context, task, access, order, ofOrder(requests, order)),
      judge: (order, requests, said) =>
        judgeAfterCrash(task, said, ofOrder(requests, order)),
      follow: async (answered) => {
        await rereadRequests(container, channel, externalIds(answered))
        await rereadOrders(container, channel, answered)
      },
    },
    orders,
    report
  )
}

function externalIds(orders: ActedOrder[]): string[] {
  return orders.map(({ external_id }) => external_id)
}

function ofOrder(
  requests: NeutralBuyerRequest[],
  { external_id }: ActedOrder
): NeutralBuyerRequest[] {
  return requests.filter(
    ({ order_external_id }) => order_external_id === external_id
  )
}
