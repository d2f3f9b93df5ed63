import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { orderIdentities } from "../../domain/orders/identities"
import { parseAmount } from "../../domain/shared/amount"
import { errorMessage } from "../../domain/shared/error-message"
import { SettledPayment } from "../../modules/marketplace-channel/services/settled-payments"
import { captureHostPaymentsWorkflow } from "../host-orders/workflows/capture-host-payments"
import { marketplacesOf } from "../marketplaces"
import { lockOrders } from "../orders/lock-orders"

/** Orders a batch: their locks are held together. */
const BATCH = 25

/**
 * Captures the cash on delivery of orders whose settlement is as expected or agreed to, in
 * channels that are set so: each once, recorded in the settlement's history. What fails is
 * logged and tried again within the hour.
 * @param settlement_ids all of them without it.
 */
export async function captureSettledPayments(
  container: MedusaContainer,
  settlement_ids?: string[]
): Promise<void> {
  const { settledPayments } = marketplacesOf(container)
  try {
    let after = ""
    for (;;) {
      const due = await settledPayments.listDue({
        ids: settlement_ids,
        after,
        limit: BATCH,
      })
      const last = due.at(-1)
      if (!last) {
        return
      }
      await captureTogether(container, due)
      after = last.settlement_id
    }
  } catch (error) {
    logFailure(container, errorMessage(error))
  }
}

async function captureTogether(
  container: MedusaContainer,
  due: SettledPayment[]
): Promise<void> {
  await lockOrders(
    container,
    due.map(({ channel_order_id }) => channel_order_id),
    // An order may have been cancelled, or captured, before its lock was ours.
    async () =>
      capture(
        container,
        await marketplacesOf(container).settledPayments.listDue({
          ids: due.map(({ settlement_id }) => settlement_id),
          limit: due.length,
        })
      )
  )
}

async function capture(
  container: MedusaContainer,
  due: SettledPayment[]
): Promise<void> {
  if (!due.length) {
    return
  }
  const { result } = await captureHostPaymentsWorkflow(container).run({
    input: {
      payments: due.map(({ order_id, channel_order_id, settled_at }) => ({
        order_id,
        collection_id: orderIdentities(channel_order_id).payment_collection_id,
        captured_at: settled_at,
      })),
    },
  })
  const amounts = new Map(
    result.captured.map(({ order_id, amount, currency_code }) => [
      order_id,
      parseAmount(amount, currency_code),
    ])
  )
  const refused = new Set(result.refused.map(({ order_id }) => order_id))
  await marketplacesOf(container).settledPayments.record(
    due
      .filter(({ order_id }) => !refused.has(order_id))
      .map(({ settlement_id, order_id }) => ({
        settlement_id,
        amount: amounts.get(order_id) ?? null,
      }))
  )
  for (const { order_id, message } of result.refused) {
    logFailure(container, `order ${order_id}: ${message}`)
  }
}

function logFailure(container: MedusaContainer, reason: string): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`marketplaces: a settled payment is not captured: ${reason}`)
}
