import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  OrderChange,
  OrderNewsSource,
} from "../../modules/marketplace-channel/planned-order"
import { marketplacesOf } from "../marketplaces"
import { countAndLook } from "../stock/count-and-look"
import { countedBefore, countsOf } from "../stock/count-orders"
import { applyPlans } from "./apply-plans"
import { Channel } from "./channel"
import { ORDERS_TO_SETTLE_EVENT } from "./events"
import { readImportable } from "./importable-order"
import { lockOrders } from "./lock-orders"
import { planForImport } from "./plan-for-import"
import { toPlannedOrder } from "./to-planned-order"

/**
 * Orders a batch: large enough to spread the fixed cost of a bulk call, small enough
 * that the event loop stays free for webhooks, which have three seconds.
 */
export const IMPORT_BATCH = 50

export type ImportOrdersInput = {
  channel: Channel
  /** Channel orders whose newest copy is stored. */
  ids: string[]
  source: OrderNewsSource
  /** A user id, or `system`. */
  actor: string
}

/**
 * Plans stored orders and carries the plans out, in batches. Repeating it, here or in
 * another process, changes nothing: every id is derived from the channel order's own.
 */
export async function importOrders(
  container: MedusaContainer,
  input: ImportOrdersInput
): Promise<OrderChange[]> {
  const changes: OrderChange[] = []
  for (let start = 0; start < input.ids.length; start += IMPORT_BATCH) {
    const ids = input.ids.slice(start, start + IMPORT_BATCH)
    changes.push(
      ...(await lockOrders(container, ids, () =>
        importBatch(container, { ...input, ids })
      ))
    )
  }
  return changes
}

async function importBatch(
  container: MedusaContainer,
  { channel, ids, source, actor }: ImportOrdersInput
): Promise<OrderChange[]> {
  const marketplaces = marketplacesOf(container)
  const rows = await readImportable(container, ids)
  const { planned, facts } = await planForImport(container, channel, rows)
  // Before units are given back, and after they are taken: never the other way round.
  await marketplaces.stockDemand.lower(
    countsOf(
      countedBefore(planned),
      channel,
      facts,
      ({ row, plan }) => row.medusa_order_id !== null || plan.kind === "ready"
    )
  )
  const { outcomes, unkept } = await applyPlans(container, channel, planned)
  await countAndLook(
    container,
    countsOf(
      planned.filter(({ row }) => row.host_state !== "canceled"),
      channel,
      facts,
      ({ row }) =>
        row.medusa_order_id !== null ||
        outcomes.get(row.id)?.import_state === "imported",
      unkept
    )
  )
  const readAt = new Map(rows.map(({ id, updated_at }) => [id, updated_at]))
  const plans = planned.flatMap((copy) => {
    const outcome = outcomes.get(copy.row.id)
    const read_at = readAt.get(copy.row.id)
    return outcome && read_at
      ? toPlannedOrder(copy, outcome, facts, read_at)
      : []
  })
  const changes = await marketplaces.orderLedger.record(plans, {
    source,
    actor,
  })
  await marketplaces.settlements.makeDue(
    channel.id,
    rows.map(({ external_id }) => external_id)
  )
  const behind = plans.filter((plan) => plan.settle_due).map(({ id }) => id)
  if (behind.length) {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: ORDERS_TO_SETTLE_EVENT, data: { ids: behind } })
  }
  return changes
}
