import { OrderAction } from "../../domain/orders/order-action"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Channel } from "../orders/channel"
import { lockOrders } from "../orders/lock-orders"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome, failureOutcome } from "./action-result"
import { addFailure, addOutcome } from "./add-outcome"
import { noteAction } from "./note-action"
import { isSettled, readSaid, SaidLine } from "./said-so-far"

/** Orders that are read with one call. */
const BATCH = 10
/** For how long a batch begins further answers: what was read ages, and others wait for the locks. */
const HOLD_MS = 20_000

/** An answer that orders of one channel wait for. */
export type Answering<TRead> = {
  /** Under which name an answer stands in an order's history. */
  action: OrderAction
  channel: Channel
  /**
   * Reads what is to be answered as it is now.
   * @throws {MarketplaceError} when it cannot be read.
   */
  read(orders: ActedOrder[], access: ChannelAccess): Promise<TRead>
  /**
   * Answers an order at most once; before the answer goes out, the order's result line says
   * `outcome_unknown`.
   * @throws {MarketplaceError} when no further order can be answered; nothing has happened then.
   */
  answer(
    order: ActedOrder,
    read: TRead,
    access: ChannelAccess
  ): Promise<ActionOutcome>
  /** What became of an answer that this run was about to give before a crash. */
  judge(order: ActedOrder, read: TRead, said: SaidLine): ActionOutcome
  /** Lets orders that were answered follow; they are not locked any more. */
  follow(orders: ActedOrder[]): Promise<void>
  /** Told when the marketplace refuses the channel, before the orders share the failure. */
  onRefused?(error: MarketplaceError): Promise<void>
}

/**
 * Answers orders of one channel batch by batch. Under the orders' locks what they wait for is
 * read afresh, and each is answered once at most in a run: before an answer goes out, its
 * result line says that its outcome is unknown, and whoever comes upon such a line, after a
 * crash or in another process, only looks what became of it.
 * @param report told how many are done, after each.
 */
export async function answerInTurn<TRead>(
  context: RunContext,
  answering: Answering<TRead>,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  let waiting = orders
  while (waiting.length) {
    const batch = waiting.slice(0, BATCH)
    const done = new Set<string>()
    const failure = await lockOrders(
      context.container,
      batch.map(({ id }) => id),
      () =>
        answerBatch(context, answering, batch, async (order) => {
          done.add(order.id)
          await report(orders.length - waiting.length + done.size)
        }),
      { asks: true }
    )
    await answering.follow(batch.filter(({ id }) => done.has(id)))
    waiting = waiting.filter(({ id }) => !done.has(id))
    if (failure) {
      await addFailure(context, answering.channel, waiting, failure)
      return
    }
  }
}

/**
 * Answers a batch, its locks held. Orders that it does not report as done are for a later
 * batch, or share the failure that it gives.
 */
async function answerBatch<TRead>(
  context: RunContext,
  answering: Answering<TRead>,
  orders: ActedOrder[],
  onDone: (order: ActedOrder) => Promise<void>
): Promise<ActionOutcome | null> {
  const { action, channel } = answering
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
    const read = await answering.read(open, access)
    for (const [index, order] of open.entries()) {
      if (index > 0 && Date.now() - begun > HOLD_MS) {
        return null
      }
      const asked = said.get(order.external_id)
      const outcome = asked
        ? answering.judge(order, read, asked)
        : await answering.answer(order, read, access)
      if (isGiven(outcome)) {
        await noteAction(context, action, order)
      }
      await addOutcome(context, channel, [order], outcome)
      await onDone(order)
    }
    return null
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      throw error
    }
    await answering.onRefused?.(error)
    return failureOutcome(error)
  }
}

/** What is said of an answer that this run gave, or may have given. */
const GIVEN: ActionOutcome["code"][] = [
  "approved",
  "rejected_request",
  "confirmed",
  "refused",
  "outcome_unknown",
]

function isGiven({ code }: ActionOutcome): boolean {
  return GIVEN.includes(code)
}
