import { MedusaContainer } from "@medusajs/framework/types"
import { loadOrderPayments } from "../../host-orders/utils/load-payments"
import { paymentService } from "../../host-orders/utils/module-services"
import { loadReturnStates } from "./load-return-states"

const OPEN = ["not_paid", "awaiting"]

/**
 * Once everything of an order is back, nobody pays for it any more: what is still to be
 * collected (cash on delivery that failed, or what core opened for a return) is cancelled.
 */
export async function cancelUnpaidCollections(
  container: MedusaContainer,
  order_id: string
): Promise<void> {
  const payments = (await loadOrderPayments(container, [order_id])).get(
    order_id
  )
  const open = (payments?.collections ?? []).filter(
    ({ status, payments }) => OPEN.includes(status) && !payments.length
  )
  if (open.length) {
    await paymentService(container).upsertPaymentCollections(
      open.map(({ id }) => ({ id, status: "canceled" })) as never
    )
  }
}

/** True when every unit of the order was received or dismissed. */
export async function isAllBack(
  container: MedusaContainer,
  order_id: string
): Promise<boolean> {
  const state = (await loadReturnStates(container, [order_id])).get(order_id)
  return (
    state?.lines.every(({ quantity, returned }) => returned >= quantity) ??
    false
  )
}
