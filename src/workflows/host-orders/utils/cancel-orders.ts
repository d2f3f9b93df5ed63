import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { CancelHostOrdersInput, CancelHostOrdersResult } from "../types"
import { releaseUnits } from "../steps/release-units"
import { whileInventoryLocked } from "../../locks"
import { activeChanges } from "./active-changes"
import { chunked } from "./chunked"
import { applyHalving } from "./halving"
import { loadOrderPayments, OrderPayments } from "./load-payments"
import {
  orderService,
  paymentService,
  whileOrdersLocked,
} from "./module-services"
import { SYSTEM_PAYMENT_PROVIDER } from "./payment-rows"
import { creditChangeId, refundPayments } from "./refund-payments"

/** The event loop is held for a part of each batch. */
const ORDERS_PER_BATCH = 25

/** Payments that another provider, or an open authorisation, is part of are core's business. */
function isOurs(order: OrderPayments): boolean {
  return order.collections.every(({ payments }) =>
    payments.every(
      (payment) =>
        payment.provider_id === SYSTEM_PAYMENT_PROVIDER &&
        payment.captures.length > 0 &&
        !payment.canceled_at
    )
  )
}

function refusal(order: OrderPayments, held: Set<string>): string | null {
  if (held.has(order.id)) {
    return `Order ${order.id} has an open order change`
  }
  if (order.status === "completed") {
    return `Order ${order.id} is completed; what comes back is a return`
  }
  return order.fulfillments.length
    ? `Order ${order.id} has fulfillments that are not canceled`
    : null
}

/** Reservations first, the status last: it says that all of it is done. */
async function cancelTogether(
  container: MedusaContainer,
  batch: OrderPayments[],
  canceled_by: string | null
): Promise<void> {
  await releaseUnits(container, {
    line_item_ids: batch.flatMap(({ item_ids }) => item_ids),
  })
  const refunded = await refundPayments(container, batch, canceled_by)
  const collections = batch.flatMap((order) => order.collections)
  if (collections.length) {
    await paymentService(container).upsertPaymentCollections(
      collections.map(({ id, payments }) => ({
        id,
        status: "canceled",
        ...(payments.length && { refunded_amount: refunded.get(id) ?? 0 }),
      })) as never
    )
  }
  await orderService(container).cancel(batch.map(({ id }) => id))
}

/** Cancels orders in bulk; see `cancelHostOrdersWorkflow`. */
export async function cancelOrders(
  container: MedusaContainer,
  { order_ids, canceled_by }: CancelHostOrdersInput
): Promise<CancelHostOrdersResult> {
  const result: CancelHostOrdersResult = {
    canceled: [],
    unchanged: [],
    refused: [],
  }
  for (const ids of chunked([...new Set(order_ids)], ORDERS_PER_BATCH)) {
    await whileOrdersLocked(container, ids, async () => {
      const states = await loadOrderPayments(container, ids)
      const held = new Set(
        (await activeChanges(container, ids))
          .filter(({ id, order_id }) => id !== creditChangeId(order_id))
          .map(({ order_id }) => order_id)
      )
      const due: OrderPayments[] = []
      for (const id of ids) {
        const order = states.get(id)
        const message = order
          ? refusal(order, held)
          : `Order ${id} was not found`
        if (order?.status === "canceled") {
          result.unchanged.push(id)
        } else if (!order || message) {
          result.refused.push({ order_id: id, message: message ?? "" })
        } else {
          due.push(order)
        }
      }
      const refused = [
        ...(await applyHalving(due.filter(isOurs), (batch) =>
          cancelTogether(container, batch, canceled_by ?? null)
        )),
        ...(await applyHalving(
          due.filter((order) => !isOurs(order)),
          async (batch) => {
            for (const order of batch) {
              if (
                (await loadOrderPayments(container, [order.id])).get(order.id)
                  ?.status !== "canceled"
              ) {
                await whileInventoryLocked(container, () =>
                  cancelOrderWorkflow(container).run({
                    input: {
                      order_id: order.id,
                      canceled_by,
                      no_notification: true,
                    },
                  })
                )
              }
            }
          }
        )),
      ]
      const failed = new Set(refused.map(({ row }) => row.id))
      result.refused.push(
        ...refused.map(({ row, message }) => ({ order_id: row.id, message }))
      )
      result.canceled.push(
        ...due.map(({ id }) => id).filter((id) => !failed.has(id))
      )
    })
  }
  return result
}
