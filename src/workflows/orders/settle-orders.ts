import { MedusaContainer } from "@medusajs/framework/types"
import {
  HostState,
  reachableHostState,
  wantedHostState,
} from "../../domain/orders/host-state"
import { orderIdentities } from "../../domain/orders/identities"
import { goodsBack } from "../../domain/returns/coming-back"
import { receivableLines } from "../../domain/returns/receivable"
import { lockingInUse } from "../../modules/marketplace-channel/locking-in-use"
import { marketplacesOf } from "../marketplaces"
import { GoodsBackOfOrders, readGoodsBack } from "../returns/read-goods-back"
import { releaseReceived } from "../returns/release-received"
import { finishBegunReceipts, settleReceipts } from "../returns/settle-receipts"
import { applyHalving } from "../host-orders/utils/halving"
import { isLockTaken } from "../host-orders/utils/transient-error"
import { Channel, listChannels } from "./channel"
import { finishBegunMoves } from "./finish-begun-moves"
import { ImportableOrder, readImportable } from "./importable-order"
import { ChannelFacts, loadPlanningFacts } from "./load-planning-facts"
import { lockOrders } from "./lock-orders"
import { countAndLook } from "../stock/count-and-look"
import { countsOf } from "../stock/count-orders"
import { moveHostOrders } from "./move-host-orders"
import { mapCopies, planCopies, PlannedCopy, skusOf } from "./plan-copies"
import { SettlingOrder } from "./settling-order"
import { refreshHostOrders } from "./refresh-host-orders"

const NOT_UNDERSTOOD =
  "The order's copy cannot be understood, or its status is not known"

const WORKED_ON = "Other work on the order did not end in time"

/** Whoever asks a marketplace about an order may keep it for minutes. */
const WAIT_SECONDS = 5

/** Orders a batch: cancelling many at once costs little more than cancelling one. */
const SETTLE_BATCH = 25

/**
 * Brings Medusa orders to where their channel orders are: address and payment first,
 * then cancelled, shipped, delivered, completed, and at last what came back. The wanted state is computed anew from
 * the stored copy, so duplicates and any order of events end the same.
 * @param onProgress told after every batch how many orders are done.
 */
export async function settleOrders(
  container: MedusaContainer,
  ids: string[],
  onProgress: (done: number) => Promise<void> = async () => undefined
): Promise<void> {
  for (let start = 0; start < ids.length; start += SETTLE_BATCH) {
    const batch = ids.slice(start, start + SETTLE_BATCH)
    await settleTogether(container, batch)
    await onProgress(start + batch.length)
  }
}

/** What one order throws must not keep the others from settling. */
async function settleTogether(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const refused = await applyHalving(ids, (batch) =>
    settleUnlessKept(container, batch)
  )
  const { orderLedger } = marketplacesOf(container)
  await orderLedger.postponeSettling(
    refused.map(({ row, message }) => ({ id: row, error: message }))
  )
}

/**
 * With locks in PostgreSQL whoever waited in vain leaves a connection blocked until the order is
 * free: there it is waited for, and nobody is blamed.
 * @throws what blames one of the orders when others keep it.
 */
async function settleUnlessKept(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  let begun = false
  const settle = () => {
    begun = true
    return settleBatch(container, ids)
  }
  if (lockingInUse() === "locking-postgres") {
    return lockOrders(container, ids, settle)
  }
  try {
    await lockOrders(container, ids, settle, { wait_seconds: WAIT_SECONDS })
  } catch (error) {
    throw !begun && isLockTaken(error) ? new Error(WORKED_ON) : error
  }
}

async function settleBatch(
  container: MedusaContainer,
  ids: string[]
): Promise<void> {
  const failures = new Map<string, string>()
  const settling = await readSettling(container, ids, failures)
  await finishBegunReceipts(container, settling, failures)
  await finishBegunMoves(container, settling, failures)
  await refreshHostOrders(container, settling, failures)
  const released = await releaseReceived(container, settling, failures)
  await moveHostOrders(container, settling, failures)
  await settleReceipts(container, settling, released, failures)
  const { orderLedger } = marketplacesOf(container)
  await countAndLook(
    container,
    settling
      .filter(({ row }) => !failures.has(row.id))
      .flatMap((order) =>
        countsOf([order], order.channel, order.facts, () => true)
      )
  )
  await orderLedger.markSettled(
    settling
      .filter(({ row }) => !failures.has(row.id))
      .map(({ row, status, to }) => ({
        id: row.id,
        host_state: to,
        status: status.kind === "status" ? status.status : null,
        settle_due_at: row.settle_due_at,
        reservation_generation: row.reservation_generation,
      }))
  )
  await orderLedger.postponeSettling(
    [...failures].map(([id, error]) => ({ id, error }))
  )
}

async function readSettling(
  container: MedusaContainer,
  ids: string[],
  failures: Map<string, string>
): Promise<SettlingOrder[]> {
  const marketplaces = marketplacesOf(container)
  const rows = (await readImportable(container, ids)).filter(
    ({ medusa_order_id, settle_due_at }) =>
      medusa_order_id !== null && settle_due_at !== null
  )
  const channels = await listChannels(
    marketplaces,
    [...new Set(rows.map(({ channel_id }) => channel_id))],
    { withDeleted: true }
  )
  const back = await readGoodsBack(container, rows)
  const settling: SettlingOrder[] = []
  for (const channel of channels) {
    const own = rows.filter(({ channel_id }) => channel_id === channel.id)
    if (!marketplaces.providers.has(channel.provider_id)) {
      own.forEach(({ id }) =>
        failures.set(
          id,
          `The provider "${channel.provider_id}" is not among the plugin's options`
        )
      )
      continue
    }
    const provider = marketplaces.providers.retrieve(channel.provider_id)
    const copies = mapCopies(provider, channel, own)
    const facts = await loadPlanningFacts(container, channel, skusOf(copies))
    for (const copy of planCopies(copies, facts)) {
      settling.push(...toSettling(copy, channel, facts, back))
    }
    const understood = new Set(settling.map(({ row }) => row.id))
    own
      .filter(({ id }) => !understood.has(id))
      .forEach(({ id }) => failures.set(id, NOT_UNDERSTOOD))
  }
  return settling
}

/** An order whose status is unknown stays where it is. */
function toSettling(
  copy: PlannedCopy<ImportableOrder>,
  channel: Channel,
  facts: ChannelFacts,
  { receipts, requests }: GoodsBackOfOrders
): SettlingOrder[] {
  const { row, order, status } = copy
  if (row.medusa_order_id === null || status.kind !== "status") {
    return []
  }
  const from = row.host_state as HostState
  const received = receipts.get(row.id) ?? []
  const wanted = wantedHostState(
    status.status,
    channel.settings.deduct_stock_on,
    order
      ? goodsBack(
          receivableLines(order, orderIdentities(row.id)),
          received.flatMap(({ lines }) => lines)
        )
      : "none"
  )
  return [
    {
      ...copy,
      channel,
      facts,
      order_id: row.medusa_order_id,
      from,
      to: reachableHostState(from, wanted, status.status),
      receipts: received,
      requests: requests.get(row.id) ?? [],
    },
  ]
}
