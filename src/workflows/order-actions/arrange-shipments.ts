import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { noteChannelError } from "../channels/note-channel-error"
import { lockOrders } from "../orders/lock-orders"
import { RunContext } from "../runs/run-context"
import { ActedOrder, ActionOutcome, failureOutcome } from "./action-result"
import { addFailure, addOutcome } from "./add-outcome"
import { arrangeBatch } from "./arrange-batch"
import { refreshOrders, rereadOrders } from "./reread-orders"
import { ArrangeTask } from "./shipment-offers"
import { isSettled, readSaid } from "./said-so-far"

/** Orders whose locks are held at once; the marketplace may allow fewer parcels a call. */
const BATCH = 20
/** Rounds in which parcels may change under us by being combined, before a person looks. */
const MOST_ROUNDS = 3

const CHANGING: ActionOutcome = {
  ok: false,
  code: "unavailable",
  params: { reason: "its parcels are just being changed" },
}

/**
 * Arranges the parcels of orders of one channel. Each batch is read afresh, orders and
 * parcels, and its orders are locked; before a call goes out, the orders' result lines say
 * that its outcome is unknown. Whoever comes upon such a line, after a crash or in another
 * process, reads what became of the parcel before anything else.
 */
export async function arrangeShipments(
  context: RunContext,
  task: ArrangeTask,
  orders: ActedOrder[],
  report: (done: number) => Promise<void>
): Promise<void> {
  const { container, marketplaces } = context
  const { channel } = task
  const said = await readSaid(context, channel, orders)
  const isOver = ({ external_id }: ActedOrder) =>
    isSettled(said.get(external_id))
  const over = orders.filter(isOver)
  const open = orders.filter((order) => !isOver(order))
  // Who spoke of them may have died before they were read again.
  await marketplaces.nudges.add(
    channel.id,
    over.map(({ external_id }) => external_id),
    "retry"
  )
  let done = over.length
  for (let start = 0; start < open.length; start += BATCH) {
    let batch = open.slice(start, start + BATCH)
    await report(done)
    try {
      for (let round = 1; batch.length; round++) {
        const { acted, left } = await arrangeOnce(context, task, batch)
        await rereadOrders(container, channel, acted)
        batch = left
        if (round === MOST_ROUNDS) {
          await addOutcome(context, channel, batch, CHANGING)
          break
        }
      }
    } catch (error) {
      if (!(error instanceof MarketplaceError)) {
        throw error
      }
      await noteChannelError(marketplaces, channel, error, {
        granted_apart: true,
      })
      // Some may have been arranged before it.
      await marketplaces.nudges.add(
        channel.id,
        batch.map(({ external_id }) => external_id),
        "retry"
      )
      await addFailure(
        context,
        channel,
        open.slice(start),
        failureOutcome(error)
      )
      return
    }
    done += Math.min(BATCH, open.length - start)
  }
}

/** @returns orders that were acted on, and those whose parcels changed meanwhile. */
async function arrangeOnce(
  context: RunContext,
  task: ArrangeTask,
  orders: ActedOrder[]
): Promise<{ acted: { external_id: string }[]; left: ActedOrder[] }> {
  const { container, marketplaces } = context
  await refreshOrders(container, task.channel, orders, "action")
  const ids = orders.map(({ id }) => id)
  const parcels = await marketplaces.orderReader.listParcels(ids)
  const locked = new Set([
    ...ids,
    ...parcels.flatMap(({ order_ids }) => order_ids),
  ])
  return lockOrders(
    container,
    [...locked],
    () => arrangeBatch(context, task, orders, locked),
    { asks: true }
  )
}
