import { MedusaContainer } from "@medusajs/framework/types"
import { RestoreHostOrdersResult } from "../types"
import { chunked } from "./chunked"
import { applyHalving } from "./halving"
import { loadOrderPayments, OrderPayments } from "./load-payments"
import {
  orderService,
  paymentService,
  whileOrdersLocked,
} from "./module-services"

const ORDERS_PER_BATCH = 25

/** Brings canceled orders back; see `restoreHostOrdersWorkflow`. */
export async function restoreOrders(
  container: MedusaContainer,
  order_ids: string[]
): Promise<RestoreHostOrdersResult> {
  const result: RestoreHostOrdersResult = {
    restored: [],
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
        } else if (order.status !== "canceled") {
          result.unchanged.push(id)
        } else if (order.collections.some(({ payments }) => payments.length)) {
          result.refused.push({
            order_id: id,
            message: `Order ${id} was refunded when it was canceled; a refund cannot be taken back`,
          })
        } else {
          due.push(order)
        }
      }
      const refused = await applyHalving(due, async (batch) => {
        const collections = batch
          .flatMap((order) => order.collections)
          .filter(
            ({ status, amount }) => status === "canceled" && Number(amount) > 0
          )
        if (collections.length) {
          await paymentService(container).upsertPaymentCollections(
            collections.map(({ id }) => ({ id, status: "not_paid" })) as never
          )
        }
        await orderService(container).updateOrders(
          batch.map(({ id }) => ({ id, status: "pending", canceled_at: null }))
        )
      })
      const failed = new Set(refused.map(({ row }) => row.id))
      result.refused.push(
        ...refused.map(({ row, message }) => ({ order_id: row.id, message }))
      )
      result.restored.push(
        ...due.map(({ id }) => id).filter((id) => !failed.has(id))
      )
    })
  }
  return result
}
