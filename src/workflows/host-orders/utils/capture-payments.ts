import { MedusaContainer } from "@medusajs/framework/types"
import {
  CaptureHostPayment,
  CaptureHostPaymentsInput,
  CaptureHostPaymentsResult,
} from "../types"
import { chunked } from "./chunked"
import {
  CollectionState,
  loadOrderPayments,
  OrderPayments,
} from "./load-payments"
import { whileOrdersLocked } from "./module-services"
import { laterCapture } from "./payment-rows"
import { captureUnpaid, OrderCapture } from "./record-captures"

const ORDERS_PER_BATCH = 25

/** Captures what carriers have collected; see `captureHostPaymentsWorkflow`. */
export async function capturePayments(
  container: MedusaContainer,
  { payments }: CaptureHostPaymentsInput
): Promise<CaptureHostPaymentsResult> {
  const result: CaptureHostPaymentsResult = {
    captured: [],
    unchanged: [],
    refused: [],
  }
  for (const batch of chunked(payments, ORDERS_PER_BATCH)) {
    const ids = batch.map(({ order_id }) => order_id)
    await whileOrdersLocked(container, ids, async () => {
      const states = await loadOrderPayments(container, ids)
      await captureBatch(container, batch, states, result)
    })
  }
  return result
}

async function captureBatch(
  container: MedusaContainer,
  batch: CaptureHostPayment[],
  states: Map<string, OrderPayments>,
  result: CaptureHostPaymentsResult
): Promise<void> {
  const due: OrderCapture[] = []
  for (const payment of batch) {
    const { order_id, collection_id } = payment
    const order = states.get(order_id)
    const collection = order?.collections.find(({ id }) => id === collection_id)
    if (!order) {
      const message = `Order ${order_id} was not found`
      result.refused.push({ order_id, message })
    } else if (!collection || !mayBePaid(order)) {
      result.unchanged.push(order_id)
    } else if (wasCaptured(collection, payment)) {
      result.captured.push(capturedOf(order_id, collection))
    } else if (isUnpaid(collection)) {
      const moment = collectedAt(order, payment.captured_at, new Date())
      due.push(captureOf(order_id, collection, moment))
    } else {
      result.unchanged.push(order_id)
    }
  }
  const refused = new Map(
    (await captureUnpaid(container, due)).map(({ row, message }) => [
      row.order_id,
      message,
    ])
  )
  for (const capture of due) {
    const message = refused.get(capture.order_id)
    if (message === undefined) {
      result.captured.push(capturedOf(capture.order_id, capture))
    } else {
      result.refused.push({ order_id: capture.order_id, message })
    }
  }
}

/** A canceled order owes nothing. */
function mayBePaid({ status }: OrderPayments): boolean {
  return status !== "canceled" && status !== "draft"
}

/** Collections that nobody has begun to pay. */
export function isUnpaid({ status, amount }: CollectionState): boolean {
  return status === "not_paid" && Number(amount) > 0
}

/** True after the same capture was made, so that repeating it says the same. */
function wasCaptured(
  { payments }: CollectionState,
  { captured_at }: CaptureHostPayment
): boolean {
  const wanted = captured_at && new Date(captured_at).getTime()
  return payments.some(
    (payment) =>
      payment.captures.length > 0 &&
      payment.captured_at !== null &&
      new Date(payment.captured_at).getTime() === wanted
  )
}

/** When the carrier collected: at the delivery, as far as its date is known. */
export function collectedAt(
  { fulfillments }: OrderPayments,
  captured_at: Date | string | undefined,
  now: Date
): Date {
  if (captured_at) {
    return new Date(captured_at)
  }
  const delivered = fulfillments.flatMap(({ delivered_at }) =>
    delivered_at ? [new Date(delivered_at).getTime()] : []
  )
  return delivered.length ? new Date(Math.max(...delivered)) : now
}

/** The capture of all that a collection asks for. */
export function captureOf(
  order_id: string,
  { id, amount, currency_code }: CollectionState,
  captured_at: Date
): OrderCapture {
  return {
    ...laterCapture({ id, amount: Number(amount), currency_code }, captured_at),
    order_id,
  }
}

function capturedOf(
  order_id: string,
  { amount, currency_code }: { amount: number; currency_code: string }
) {
  return { order_id, amount: Number(amount), currency_code }
}
