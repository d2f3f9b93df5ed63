import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { confirmChanges } from "./confirm-changes"
import { derivedId } from "./derived-id"
import { createMissing } from "./halving"
import { capturedOf, OrderPayments } from "./load-payments"
import { orderService, paymentService } from "./module-services"
import { addTransactions } from "./record-captures"

const refundId = (payment_id: string) => derivedId("ref", payment_id, "cancel")

/** Of the order change that credits what a cancel gave back. */
export const creditChangeId = (order_id: string) =>
  derivedId("ordch_mpcancel", order_id, "cancel")

/** What a cancel still has to give back of one payment, not counting the refund it made itself. */
function refundOf(payment: OrderPayments["collections"][0]["payments"][0]) {
  const id = refundId(payment.id)
  const before = payment.refunds
    .filter((refund) => refund.id !== id)
    .reduce((total, { amount }) => total + Number(amount), 0)
  return { id, payment, before, amount: capturedOf(payment) - before }
}

function throwIfFailed(refused: { message: string }[]): void {
  if (refused.length) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      refused[0].message
    )
  }
}

/** One credit line per order over what it gave back, as one confirmed order change. */
async function creditRefunds(
  container: MedusaContainer,
  credits: { order_id: string; collection_id: string; amount: number }[]
): Promise<void> {
  const orders = orderService(container)
  const known = new Map(
    (
      await orders.listOrderChanges(
        { id: credits.map(({ order_id }) => creditChangeId(order_id)) },
        { select: ["id", "status"], take: credits.length }
      )
    ).map((change) => [change.id, change.status])
  )
  const fresh = credits.filter(
    ({ order_id }) => !known.has(creditChangeId(order_id))
  )
  if (fresh.length) {
    await orders.createOrderChange(
      fresh.map(({ order_id, collection_id, amount }) => ({
        id: creditChangeId(order_id),
        order_id,
        change_type: "credit_line",
        actions: [
          {
            action: "CREDIT_LINE_ADD",
            reference: "payment_collection",
            reference_id: collection_id,
            amount,
          },
        ],
      }))
    )
  }
  await confirmChanges(
    container,
    credits
      .map(({ order_id }) => creditChangeId(order_id))
      .filter((id) => (known.get(id) ?? "pending") === "pending")
  )
}

/**
 * Refunds everything captured of orders that are being canceled, the way core's
 * cancel leaves it: refunds, negative transactions, one credit line per order. For
 * payments of the system provider only, which moves no money. Idempotent.
 * @returns the refunded amount of each payment collection.
 */
export async function refundPayments(
  container: MedusaContainer,
  orders: OrderPayments[],
  created_by: string | null
): Promise<Map<string, number>> {
  const payments = paymentService(container)
  const refunds = orders.flatMap((order) =>
    order.collections.flatMap((collection) =>
      collection.payments.map(refundOf).map((refund) => ({
        ...refund,
        order_id: order.id,
        collection_id: collection.id,
      }))
    )
  )
  const due = refunds.filter(({ amount }) => amount > 0)
  const { refused } = await createMissing({
    rows: due,
    idOf: ({ id }) => id,
    findExisting: async (id) =>
      (
        await payments.listRefunds({ id } as never, {
          select: ["id"],
          take: id.length,
        })
      ).map((refund) => refund.id),
    create: (missing) =>
      payments.createRefunds(
        missing.map(({ id, payment, amount }) => ({
          id,
          payment_id: payment.id,
          amount,
          created_by,
        }))
      ),
  })
  throwIfFailed(refused)
  await addTransactions(
    orderService(container),
    due.map(({ order_id, payment, amount }) => ({
      order_id,
      amount: -amount,
      currency_code: payment.currency_code,
      reference: "refund",
      reference_id: payment.id,
    }))
  )
  const credits = orders.flatMap(({ id }) => {
    const own = due.filter(({ order_id }) => order_id === id)
    return own.length
      ? [
          {
            order_id: id,
            collection_id: own[0].collection_id,
            amount: own.reduce((total, { amount }) => total + amount, 0),
          },
        ]
      : []
  })
  if (credits.length) {
    await creditRefunds(container, credits)
  }

  const refunded = new Map<string, number>()
  for (const { collection_id, before, amount } of refunds) {
    const total = before + Math.max(0, amount)
    refunded.set(collection_id, (refunded.get(collection_id) ?? 0) + total)
  }
  return refunded
}
