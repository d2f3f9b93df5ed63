import { Channel } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome, actionResult } from "./action-result"
import { readSaid, SaidLine } from "./said-so-far"

/** Says the same of orders of one channel. */
export async function addOutcome(
  context: RunContext,
  channel: Pick<Channel, "name"> | undefined,
  orders: ActedOrder[],
  outcome: ActionOutcome
): Promise<void> {
  await context.addResults(
    orders.map((order) => actionResult(channel, order, outcome))
  )
}

/**
 * Says of orders that nothing was done, except of those of which this run has said something:
 * they were asked for, or may have been before a crash.
 * @returns the latter.
 */
export async function addFailure(
  context: RunContext,
  channel: Channel,
  orders: ActedOrder[],
  failure: ActionOutcome
): Promise<ActedOrder[]> {
  const said = await readSaid(context, channel, orders)
  const isAsked = ({ external_id }: ActedOrder) =>
    wasAsked(said.get(external_id))
  await addOutcome(
    context,
    channel,
    orders.filter((order) => !isAsked(order)),
    failure
  )
  return orders.filter(isAsked)
}

function wasAsked(line: SaidLine | undefined): boolean {
  return line !== undefined && line.code !== "not_asked_yet"
}
