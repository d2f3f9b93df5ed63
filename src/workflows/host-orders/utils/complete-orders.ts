import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CompleteHostOrdersInput, CompleteHostOrdersResult } from "../types"
import { captureOf, collectedAt, isUnpaid } from "./capture-payments"
import { chunked } from "./chunked"
import { applyHalving } from "./halving"
import { loadOrderPayments, OrderPayments } from "./load-payments"
import { orderService, whileOrdersLocked } from "./module-services"
import { captureUnpaid, OrderCapture } from "./record-captures"

const ORDERS_PER_BATCH = 25

/** What the carrier has collected: collections that nobody has begun to pay. */
function collectedOnDelivery(
  order: OrderPayments,
  captured_at: Date | string | undefined,
  now: Date
): OrderCapture[] {
  const moment = collectedAt(order, captured_at, now)
  return order.collections
    .filter(isUnpaid)
    .map((collection) => captureOf(order.id, collection, moment))
}

/** Completes orders in bulk; see `completeHostOrdersWorkflow`. */
export async function completeOrders(
  container: MedusaContainer,
  { order_ids, captured_at, keep_unpaid = [] }: CompleteHostOrdersInput,
  now: Date
): Promise<CompleteHostOrdersResult> {
  const result: CompleteHostOrdersResult = {
    completed: [],
    unchanged: [],
    refused: [],
  }
  for (const ids of chunked([...new Set(order_ids)], ORDERS_PER_BATCH)) {
    await whileOrdersLocked(container, ids, async () => {
      const states = await loadOrderPayments(container, ids)
      const due: OrderPayments[] = []
      for (const id of ids) {
        const order = states.get(id)
        if (!order) {
          result.refused.push({
            order_id: id,
            message: `Order ${id} was not found`,
          })
        } else if (
          order.status === "completed" ||
          order.status === "archived"
        ) {
          result.unchanged.push(id)
        } else if (order.status === "canceled" || order.status === "draft") {
          result.refused.push({
            order_id: id,
            message: `Order ${id} is ${order.status}`,
          })
        } else {
          due.push(order)
        }
      }
      const refused = await applyHalving(due, async (batch) => {
        const unpaid = await captureUnpaid(
          container,
          batch
            .filter(({ id }) => !keep_unpaid.includes(id))
            .flatMap((order) => collectedOnDelivery(order, captured_at, now))
        )
        if (unpaid.length) {
          throw new MedusaError(
            MedusaError.Types.UNEXPECTED_STATE,
            unpaid[0].message
          )
        }
        await orderService(container).completeOrder(batch.map(({ id }) => id))
      })
      const failed = new Set(refused.map(({ row }) => row.id))
      result.refused.push(
        ...refused.map(({ row, message }) => ({ order_id: row.id, message }))
      )
      result.completed.push(
        ...due.map(({ id }) => id).filter((id) => !failed.has(id))
      )
    })
  }
  return result
}
