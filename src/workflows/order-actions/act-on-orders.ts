import { OrderAction } from "../../domain/orders/order-action"
import { JsonObject } from "../../domain/shared/json"
import { isTransient } from "../host-orders/utils/transient-error"
import { listChannels } from "../orders/channel"
import { RunContext } from "../runs/run-context"
import {
  ACTION_EXECUTORS,
  ACTION_JOBS,
  ASKED_OF_MARKETPLACE,
} from "./action-executors"
import { ActionOutcome } from "./action-result"
import { ActionExecutor, ActionTask } from "./action-task"
import { addFailure, addOutcome } from "./add-outcome"
import { channelFailure } from "./channel-failure"

/** Parameters of an order action, as the route stores them. */
export type OrderActionParams = {
  action: OrderAction
  /** Channel orders, each once. */
  ids: string[]
  /** The only parcels of these orders that are meant; absent: all of them. */
  parcels?: { channel_id: string; external_id: string }[]
  params: JsonObject
}

/**
 * Does one thing with many orders, of one channel or several, and says of each what
 * became of it. One order's or channel's failure is a result line; the others go on.
 * @throws what passes by itself, after all other channels, so that the run is begun again.
 */
export async function actOnOrders(context: RunContext): Promise<void> {
  const { action } = context.run.params as unknown as OrderActionParams
  const tasks = await readTasks(context)
  const job = ACTION_JOBS[action]
  const execute = ACTION_EXECUTORS[action] ?? refuse
  if (job) {
    await job(context, tasks)
  } else {
    await actInTurn(context, tasks, execute)
  }
  const total = countOrders(tasks)
  await context.report({ phase: "done", done: total, total })
}

async function actInTurn(
  context: RunContext,
  tasks: ActionTask[],
  execute: ActionExecutor
): Promise<void> {
  let passing: unknown = null
  for (const task of tasks) {
    try {
      await execute(context, task)
    } catch (error) {
      if (isTransient(error)) {
        passing = error
        continue
      }
      // What is written here may stand already: the run must not say that it failed.
      if (!ASKED_OF_MARKETPLACE.has(task.action)) {
        throw error
      }
      await endTask(context, task, channelFailure(context, task.channel, error))
    }
    await task.report(task.orders.length)
  }
  if (passing) {
    throw passing
  }
}

/** Says of a task's orders that they failed; those that were asked for are read again. */
async function endTask(
  context: RunContext,
  { channel, orders }: ActionTask,
  failure: ActionOutcome
): Promise<void> {
  const asked = await addFailure(context, channel, orders, failure)
  await context.marketplaces.nudges.add(
    channel.id,
    asked.map(({ external_id }) => external_id),
    "retry"
  )
}

/** One task for each channel, its orders the longest placed first. */
async function readTasks(context: RunContext): Promise<ActionTask[]> {
  const { marketplaces, run } = context
  const { ids, parcels, action, params } =
    run.params as unknown as OrderActionParams
  const orders = await marketplaces.listMarketplaceChannelOrders(
    { id: ids },
    {
      select: ["id", "channel_id", "external_id"],
      order: { placed_at: "ASC", id: "ASC" },
    }
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(orders.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const { providers } = marketplaces
  let before = 0
  return channels.map((channel) => {
    const own = orders.filter(({ channel_id }) => channel_id === channel.id)
    const first = before
    before += own.length
    return {
      action,
      channel,
      provider: providers.has(channel.provider_id)
        ? providers.retrieve(channel.provider_id)
        : null,
      orders: own,
      parcels:
        parcels
          ?.filter(({ channel_id }) => channel_id === channel.id)
          .map(({ external_id }) => external_id) ?? null,
      params,
      report: (done) =>
        context.report({
          phase: "acting",
          done: first + done,
          total: orders.length,
        }),
    }
  })
}

function refuse(
  context: RunContext,
  { channel, orders }: ActionTask
): Promise<void> {
  return addOutcome(context, channel, orders, {
    ok: false,
    code: "not_supported",
  })
}

function countOrders(tasks: ActionTask[]): number {
  return tasks.reduce((sum, { orders }) => sum + orders.length, 0)
}
