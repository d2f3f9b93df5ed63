import { MarketplaceError } from "../../domain/provider/marketplace-error"
import {
  ActedOrder,
  ActionOutcome,
  actionResult,
  failureOutcome,
} from "../order-actions/action-result"
import { noteAction } from "../order-actions/note-action"
import { rereadOrders } from "../order-actions/reread-orders"
import { isSettled, readSaid } from "../order-actions/said-so-far"
import { lockOrders } from "../orders/lock-orders"
import { RunContext } from "../runs/run-context"
import {
  answerRequest,
  judgeAfterCrash,
  RequestAnswerTask,
} from "./answer-request"
import { readRequestsOfOrders, rereadRequests } from "./read-requests-of-orders"

/** Orders whose requests are read with one call. */
const BATCH = 10
/** For how long a batch begins further answers: requests age, and others wait for the locks. */
const HOLD_MS = 20_000

/**
 * Answers the requests of orders of one channel. Under the orders' locks the requests are read
 * afresh, and each is answered once at most in a run: before an answer goes out, its result
 * line says that its outcome is unknown, and whoever comes upon such a line, after a crash or
 * in another process, only looks what became of it.
 */
export async function answerRequests(
  context: RunContext,
  task: RequestAnswerTask,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  const { container } = context
  let waiting = orders
  while (waiting.length) {
    const batch = waiting.slice(0, BATCH)
    const done = new Set<string>()
    const failure = await lockOrders(
      container,
      batch.map(({ id }) => id),
      () =>
        answerBatch(context, task, batch, async (order) => {
          done.add(order.id)
          await report(orders.length - waiting.length + done.size)
        })
    )
    const answered = batch.filter(({ id }) => done.has(id))
    await rereadRequests(
      container,
      task.channel,
      answered.map(({ external_id }) => external_id)
    )
    await rereadOrders(container, task.channel, answered)
    waiting = waiting.filter(({ id }) => !done.has(id))
    if (failure) {
      await addFailure(context, task, waiting, failure)
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
  task: RequestAnswerTask,
  orders: ActedOrder[],
  onDone: (order: ActedOrder) => Promise<void>
): Promise<ActionOutcome | null> {
  const { channel, provider } = task
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
    const requests = await readRequestsOfOrders(
      provider,
      access,
      open.map(({ external_id }) => external_id)
    )
    for (const [index, order] of open.entries()) {
      if (index > 0 && Date.now() - begun > HOLD_MS) {
        return null
      }
      const own = requests.filter(
        ({ order_external_id }) => order_external_id === order.external_id
      )
      const asked = said.get(order.external_id)
      const outcome = asked
        ? judgeAfterCrash(task, asked, own)
        : await answerRequest(context, task, access, order, own)
      if (isGiven(outcome)) {
        await noteAction(context, task.action, order)
      }
      await context.addResults([actionResult(channel, order, outcome)])
      await onDone(order)
    }
    return null
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    // Answering may be refused to a shop whose orders can be read: the channel stays as it is.
    return failureOutcome(error)
  }
}

/** True when this run answered, or may have. */
function isGiven({ code }: ActionOutcome): boolean {
  return ["approved", "rejected_request", "outcome_unknown"].includes(code)
}

/** Says that nothing was done, except of orders that may have been answered before a crash. */
async function addFailure(
  context: RunContext,
  { channel }: RequestAnswerTask,
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
