import { judgeLostAnswer } from "../../domain/orders/confirmation"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { noteChannelError } from "../channels/note-channel-error"
import { RunContext } from "../runs/run-context"
import { Channel } from "../orders/channel"
import { lockOrders } from "../orders/lock-orders"
import {
  ActedOrder,
  ActionOutcome,
  actionResult,
  failureOutcome,
} from "./action-result"
import {
  answerConfirmation,
  CONFIRMATION_ACTIONS,
  ConfirmationTask,
} from "./answer-confirmation"
import { readConfirmationFacts } from "./confirmation-facts"
import { noteAction } from "./note-action"
import { rereadOrders } from "./reread-orders"
import { isSettled, readSaid } from "./said-so-far"

/** Orders whose offers are read with one call. */
const BATCH = 10
/** For how long a batch begins further answers: offers age, and others wait for the locks. */
const HOLD_MS = 20_000

/**
 * Confirms or refuses orders of one channel. Under the orders' locks the offers are read
 * afresh, and each is answered once at most in a run: before an answer goes out, its
 * result line says that its outcome is unknown, and whoever comes upon such a line, after
 * a crash or in another process, only looks what became of it.
 */
export async function answerConfirmations(
  context: RunContext,
  task: ConfirmationTask,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  let waiting = orders
  while (waiting.length) {
    const batch = waiting.slice(0, BATCH)
    const ids = batch.map(({ id }) => id)
    const done = new Set<string>()
    const failure = await lockOrders(context.container, ids, () =>
      answerBatch(context, task, batch, async (order) => {
        done.add(order.id)
        await report(orders.length - waiting.length + done.size)
      })
    )
    await rereadOrders(
      context.container,
      task.channel,
      batch.filter(({ id }) => done.has(id))
    )
    waiting = waiting.filter(({ id }) => !done.has(id))
    if (failure) {
      await addFailure(context, task.channel, waiting, failure)
      return
    }
  }
}

/**
 * Answers a batch, its locks held. Orders that it does not report as done are for a later
 * batch, or share the failure that it gives.
 */
async function answerBatch(
  context: RunContext,
  task: ConfirmationTask,
  orders: ActedOrder[],
  onDone: (order: ActedOrder) => Promise<void>
): Promise<ActionOutcome | null> {
  const { channel, provider, wish } = task
  const begun = Date.now()
  const said = await readSaid(context, channel, orders)
  const isOver = ({ external_id }: ActedOrder) =>
    isSettled(said.get(external_id))
  for (const order of orders.filter(isOver)) {
    await onDone(order)
  }
  const open = orders.filter((order) => !isOver(order))
  if (!open.length) {
    return null
  }
  const access = context.marketplaces.access.open(channel)
  try {
    const facts = await readConfirmationFacts(context.marketplaces, {
      channel,
      provider,
      access,
      orders: open,
      with_slots: wish.kind === "confirm" && wish.pickup_slot !== null,
    })
    for (const [index, order] of open.entries()) {
      if (index > 0 && Date.now() - begun > HOLD_MS) {
        return null
      }
      const asked = said.has(order.external_id)
      const outcome = asked
        ? judgeLostAnswer(wish, facts(order).offer)
        : await answerConfirmation(context, task, access, order, facts(order))
      if (outcome.code === "outcome_unknown" || (asked && outcome.ok)) {
        await noteAction(context, CONFIRMATION_ACTIONS[wish.kind], order)
      }
      await context.addResults([actionResult(channel, order, outcome)])
      await onDone(order)
    }
    return null
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    await noteChannelError(context.marketplaces, channel, error)
    return failureOutcome(error)
  }
}

/** Says that nothing was done, except of orders that may have been answered before a crash. */
async function addFailure(
  context: RunContext,
  channel: Channel,
  orders: ActedOrder[],
  failure: ActionOutcome
): Promise<void> {
  const said = await readSaid(context, channel, orders)
  await context.addResults(
    orders
      .filter(
        ({ external_id }) => said.get(external_id)?.code !== "outcome_unknown"
      )
      .map((order) => actionResult(channel, order, failure))
  )
}
