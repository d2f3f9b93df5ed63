import { judgeLostAnswer } from "../../domain/orders/confirmation"
import { noteChannelError } from "../channels/note-channel-error"
import { RunContext } from "../runs/run-context"
import { ActedOrder } from "./action-result"
import { answerConfirmation, ConfirmationTask } from "./answer-confirmation"
import { answerInTurn } from "./answer-in-turn"
import { readConfirmationFacts } from "./confirmation-facts"
import { rereadOrders } from "./reread-orders"

/** Confirms or refuses orders of one channel, each as its offer is at that moment. */
export function answerConfirmations(
  context: RunContext,
  task: ConfirmationTask,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  const { container, marketplaces } = context
  const { channel, provider, wish } = task
  return answerInTurn(
    context,
    {
      action: wish.kind === "confirm" ? "confirm_order" : "refuse_order",
      channel,
      read: (open, access) =>
        readConfirmationFacts(marketplaces, {
          channel,
          provider,
          access,
          orders: open,
          with_slots: wish.kind === "confirm" && wish.pickup_slot !== null,
        }),
      answer: (order, facts, access) =>
        answerConfirmation(context, task, access, order, facts(order)),
      judge: (order, facts) => judgeLostAnswer(wish, facts(order).offer),
      follow: (answered) => rereadOrders(container, channel, answered),
      onRefused: (error) =>
        noteChannelError(marketplaces, channel, error, { granted_apart: true }),
    },
    orders,
    report
  )
}
