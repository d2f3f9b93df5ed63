import {
  cancelOrderWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderPaymentCollectionWorkflow,
  createOrderShipmentWorkflow,
  createOrderWorkflow,
  createReservationsWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { OrderDraft } from "../src/domain/orders/order-draft"
import { orderRow } from "../src/workflows/host-orders/utils/order-row"

/**
 * One order the plain way: core's order, reservation and mark-as-paid workflows.
 * Ids are Medusa's own.
 * @returns id of the order.
 */
export async function createPlainOrder(
  container: MedusaContainer,
  draft: OrderDraft
): Promise<{ order_id: string; line_item_ids: string[] }> {
  const { id: _id, transactions: _none, ...row } = orderRow(draft)
  const { result: order } = await createOrderWorkflow(container).run({
    input: {
      ...row,
      items: draft.items.map(({ id: _own, ...item }) => ({
        ...item,
        is_tax_inclusive: true,
        is_discountable: false,
        requires_shipping: true,
        allow_backorder: true,
        adjustments: item.adjustments.map((adjustment) => ({
          ...adjustment,
          is_tax_inclusive: true,
        })),
      })),
      shipping_methods: draft.shipping_methods.map(
        ({ id: _method, ...method }) => ({ ...method, is_tax_inclusive: true })
      ),
    } as never,
  })
  const lineOf = linesOfDraft(draft, order.items ?? [])
  if (draft.reservations.length) {
    await createReservationsWorkflow(container).run({
      input: {
        reservations: draft.reservations.map(
          ({ id: _reservation, ...reservation }) => ({
            ...reservation,
            line_item_id: lineOf.get(reservation.line_item_id),
            allow_backorder: true,
          })
        ),
      },
    })
  }
  const { payment } = draft
  if (payment.kind !== "none" && payment.kind !== "nothing_owed") {
    const {
      result: [collection],
    } = await createOrderPaymentCollectionWorkflow(container).run({
      input: { order_id: order.id, amount: payment.amount },
    })
    if (payment.kind === "captured") {
      await markPaymentCollectionAsPaid(container).run({
        input: { payment_collection_id: collection.id, order_id: order.id },
      })
    }
  }
  return {
    order_id: order.id,
    line_item_ids: [...lineOf.values()],
  }
}

/**
 * Medusa's line of each of the draft's, in the draft's order. Core answers the
 * lines in any order, so they are found by what they are, not where they stand.
 */
function linesOfDraft(
  draft: OrderDraft,
  lines: { id: string; variant_id?: string | null; quantity: unknown }[]
): Map<string, string> {
  const left = [...lines]
  return new Map(
    draft.items.map((item) => {
      const at = left.findIndex(
        ({ variant_id, quantity }) =>
          (variant_id ?? null) === (item.variant_id ?? null) &&
          Number(quantity) === Number(item.quantity)
      )
      if (at < 0) {
        throw new Error(`Medusa's order has no line for ${item.title}`)
      }
      return [item.id, left.splice(at, 1)[0].id]
    })
  )
}

/** The cheapest that Medusa can do: one bulk call of the Order Module, nothing beside. */
export async function createBareOrders(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<void> {
  await container
    .resolve(Modules.ORDER)
    .createOrders(drafts.map(orderRow) as never)
}

/** Core's fulfil, ship and deliver, each a workflow of its own. */
export async function shipPlainOrder(
  container: MedusaContainer,
  order_id: string,
  items: { id: string; quantity: number }[],
  {
    deliver = true,
    location_id,
  }: { deliver?: boolean; location_id?: string } = {}
): Promise<void> {
  const { result: fulfillment } = await createOrderFulfillmentWorkflow(
    container
  ).run({ input: { order_id, items, location_id } })
  await createOrderShipmentWorkflow(container).run({
    input: { order_id, fulfillment_id: fulfillment.id, items },
  })
  if (deliver) {
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId: order_id, fulfillmentId: fulfillment.id },
    })
  }
}

/** Core's cancel. */
export async function cancelPlainOrder(
  container: MedusaContainer,
  order_id: string
): Promise<void> {
  await cancelOrderWorkflow(container).run({
    input: { order_id, no_notification: true },
  })
}
