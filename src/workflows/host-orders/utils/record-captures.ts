import { MedusaContainer } from "@medusajs/framework/types"
import { applyHalving, createMissing, Refusal } from "./halving"
import { orderService, paymentService } from "./module-services"
import {
  CapturedAmount,
  capturedCollection,
  captureRow,
  paymentRow,
  sessionRow,
} from "./payment-rows"

type IdRow = { id: string }
export type OrderCapture = CapturedAmount & { order_id: string }

/**
 * Session, payment and capture of collections that exist, in three bulk calls;
 * rows that are there stay.
 * @returns the captures that could not be written completely.
 */
export async function recordCaptures<Capture extends CapturedAmount>(
  container: MedusaContainer,
  captures: Capture[]
): Promise<Refusal<Capture>[]> {
  const payments = paymentService(container)
  const only = (id: string[]) => ({ select: ["id"], take: id.length })
  const refused: Refusal<Capture>[] = []
  let rest = captures

  const stage = async (
    idOf: (capture: Capture) => string,
    list: (id: string[]) => Promise<IdRow[]>,
    create: (rows: Capture[]) => Promise<unknown>
  ) => {
    const result = await createMissing({
      rows: rest,
      idOf,
      findExisting: async (id) => (await list(id)).map((row) => row.id),
      create,
    })
    refused.push(...result.refused)
    const failed = new Set(result.refused.map(({ row }) => row))
    rest = rest.filter((row) => !failed.has(row))
  }

  await stage(
    (capture) => capture.session_id,
    (id) => payments.listPaymentSessions({ id }, only(id)),
    (rows) => payments.createPaymentSessions(rows.map(sessionRow))
  )
  await stage(
    (capture) => capture.payment_id,
    (id) => payments.listPayments({ id }, only(id)),
    (rows) => payments.createPayments(rows.map(paymentRow))
  )
  await stage(
    (capture) => capture.capture_id,
    (id) => payments.listCaptures({ id }, only(id)),
    (rows) => payments.createCaptures(rows.map(captureRow))
  )
  return refused
}

/**
 * Captures collections of orders that were made unpaid: the rows above, the order's
 * transaction, and last the collection itself, whose `not_paid` asks for it all.
 */
export async function captureUnpaid(
  container: MedusaContainer,
  captures: OrderCapture[]
): Promise<Refusal<OrderCapture>[]> {
  const payments = paymentService(container)
  const orders = orderService(container)
  const refused = await recordCaptures(container, captures)
  const failed = new Set(refused.map(({ row }) => row))
  const rest = captures.filter((capture) => !failed.has(capture))

  const unfinished = await applyHalving(rest, async (batch) => {
    await addTransactions(
      orders,
      batch.map((capture) => ({
        order_id: capture.order_id,
        amount: capture.amount,
        currency_code: capture.currency_code,
        reference: "capture",
        reference_id: capture.capture_id,
      }))
    )
    await payments.upsertPaymentCollections(
      batch.map((capture) => ({
        id: capture.collection_id,
        ...capturedCollection(capture.amount, new Date(capture.captured_at)),
      })) as never
    )
  })
  return [...refused, ...unfinished]
}

type Transaction = {
  order_id: string
  amount: number
  currency_code: string
  reference: string
  reference_id: string
}

/**
 * Adds the transactions whose reference the order does not have yet. One call per
 * order version: `addOrderTransactions` updates only the summaries of the version
 * that its first row's order is in.
 */
export async function addTransactions(
  orders: ReturnType<typeof orderService>,
  transactions: Transaction[]
): Promise<void> {
  if (!transactions.length) {
    return
  }
  const order_id = [...new Set(transactions.map((row) => row.order_id))]
  const known = await orders.listOrderTransactions(
    { order_id, reference_id: transactions.map((row) => row.reference_id) },
    { select: ["order_id", "reference", "reference_id"], take: null }
  )
  const key = (row: {
    order_id: string
    reference?: string | null
    reference_id?: string | null
  }) => `${row.order_id} ${row.reference} ${row.reference_id}`
  const there = new Set(known.map(key))
  const versions = new Map(
    (
      await orders.listOrders(
        { id: order_id },
        { select: ["id", "version"], take: order_id.length }
      )
    ).map((order) => [order.id, order.version])
  )
  const byVersion = new Map<number | undefined, Transaction[]>()
  for (const row of transactions.filter((row) => !there.has(key(row)))) {
    const version = versions.get(row.order_id)
    byVersion.set(version, [...(byVersion.get(version) ?? []), row])
  }
  for (const rows of byVersion.values()) {
    await orders.addOrderTransactions(rows)
  }
}
