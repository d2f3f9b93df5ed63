import { MedusaContainer } from "@medusajs/framework/types"
import { StoredReceipt } from "../../modules/marketplace-channel/services/receipt-book"
import { DoneUnits, HostReceipt } from "../host-returns"
import { messageOf } from "../host-orders/utils/transient-error"
import { whileOrdersLocked } from "../host-orders/utils/module-services"
import { finishReceives } from "../host-returns/utils/finish-receives"
import { receiveHostReturnsWorkflow } from "../host-returns/workflows/receive-host-returns"
import { marketplacesOf } from "../marketplaces"
import { SettlingOrder } from "../orders/settling-order"
import { requestExpected } from "./request-expected"
import { stockOfLines } from "./stock-of-lines"

type Failures = Map<string, string>

/**
 * Lets Medusa's stock follow what came back, once the orders have been moved: receipts that
 * are due are received and restocked, returns wait for what is still on its way and no longer
 * for what is not. A receipt that Medusa refuses stays due with the reason, and is tried again
 * with its order.
 * @param released orders whose good units never left the count; see `releaseReceived`.
 */
export async function settleReceipts(
  container: MedusaContainer,
  settling: SettlingOrder[],
  released: ReadonlySet<string>,
  failures: Failures
): Promise<void> {
  const moved = settling.filter(({ row }) => !failures.has(row.id))
  await forgetCancelled(container, moved)
  await receiveDue(
    container,
    moved.filter(
      ({ row, to }) =>
        to !== "canceled" && (hasGoneOut(to) || released.has(row.id))
    ),
    released,
    failures
  )
  await requestExpected(
    container,
    moved.filter(({ row, to }) => hasGoneOut(to) && !failures.has(row.id)),
    failures
  )
}

/**
 * Finishes receipts that an earlier run was taken away from: Medusa allows one open change
 * for each order, and its other moves would be refused.
 */
export async function finishBegunReceipts(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<void> {
  for (const order of settling.filter((one) => dueOf(one).length > 0)) {
    try {
      await whileOrdersLocked(container, [order.order_id], () =>
        finishReceives(container, [order.order_id])
      )
    } catch (error) {
      failures.set(order.row.id, messageOf(error))
    }
  }
}

function hasGoneOut(state: SettlingOrder["to"]): boolean {
  return state === "shipped" || state === "delivered" || state === "completed"
}

function dueOf({ receipts }: SettlingOrder): StoredReceipt[] {
  return receipts.filter(({ stock_state }) => stock_state === "due")
}

/** Cancelling an order gives all of its units back. */
async function forgetCancelled(
  container: MedusaContainer,
  settling: SettlingOrder[]
): Promise<void> {
  await marketplacesOf(container).receipts.markDone(
    settling
      .filter(({ to }) => to === "canceled")
      .flatMap(dueOf)
      .map(({ id }) => ({ id, medusa_return_ids: [], note: null }))
  )
}

async function receiveDue(
  container: MedusaContainer,
  settling: SettlingOrder[],
  released: ReadonlySet<string>,
  failures: Failures
): Promise<void> {
  const due = settling.flatMap((order) =>
    dueOf(order).map((receipt) => ({ order, receipt }))
  )
  if (!due.length) {
    return
  }
  const { result } = await receiveHostReturnsWorkflow(container).run({
    input: {
      receipts: due.map(({ order, receipt }) =>
        toHostReceipt(order, receipt, released.has(order.row.id))
      ),
      done: settling.flatMap(({ receipts }) => receipts.flatMap(doneUnits)),
    },
  })
  const { receipts } = marketplacesOf(container)
  await receipts.markDone(
    result.received.map(
      ({ receipt_id, return_ids, found_received, not_counted }) => ({
        id: receipt_id,
        medusa_return_ids: return_ids,
        note: noteOf(found_received, not_counted),
      })
    )
  )
  await receipts.noteErrors(
    result.refused.map(({ receipt_id, message }) => ({
      id: receipt_id,
      error: message,
    }))
  )
  for (const { order_id, message } of result.refused) {
    const order = settling.find((one) => one.order_id === order_id)
    if (order) {
      failures.set(order.row.id, message)
    }
  }
}

/** Good units of an order that was still reserved have been given back already. */
function toHostReceipt(
  order: SettlingOrder,
  { id, lines }: StoredReceipt,
  is_released: boolean
): HostReceipt {
  return {
    receipt_id: id,
    order_id: order.order_id,
    lines: lines
      .map(({ line_id, good, damaged }) => ({
        line_item_id: line_id,
        good: is_released ? 0 : good,
        damaged,
      }))
      .filter(({ good, damaged }) => good + damaged > 0),
    ends_order:
      order.status.kind === "status" && order.status.status === "returned",
    stock_of_lines: stockOfLines(order),
  }
}

function doneUnits({ id, stock_state, lines }: StoredReceipt): DoneUnits[] {
  return stock_state === "done"
    ? lines.map(({ line_id, good, damaged }) => ({
        receipt_id: id,
        line_item_id: line_id,
        units: good + damaged,
      }))
    : []
}

type Units = { line_item_id: string; units: number }[]

/** What a person should know of a receipt that is done; null when nothing is odd. */
function noteOf(found_received: Units, not_counted: Units): string | null {
  const sentences = [
    ...found_received.map(
      ({ line_item_id, units }) =>
        `${units} units of line ${line_item_id} had been received in Medusa by hand`
    ),
    ...not_counted.map(
      ({ line_item_id, units }) =>
        `${units} good units of line ${line_item_id} changed no stock: no counted variant is behind the line`
    ),
  ]
  return sentences.length ? sentences.join(". ") : null
}
