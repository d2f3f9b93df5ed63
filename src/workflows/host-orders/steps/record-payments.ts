import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"
import { createOrderLinks } from "../utils/create-order-links"
import { createMissing, Refusal } from "../utils/halving"
import { paymentService } from "../utils/module-services"
import { collectionRow } from "../utils/payment-rows"
import {
  captureUnpaid,
  OrderCapture,
  recordCaptures,
} from "../utils/record-captures"

export const recordPaymentsStepId = "marketplaces-record-payments"

type Collected = OrderDraft & {
  payment: Exclude<OrderDraft["payment"], { kind: "none" }>
}

const isCollected = (draft: OrderDraft): draft is Collected =>
  draft.payment.kind !== "none"

function captureOf(draft: OrderDraft): OrderCapture[] {
  const { payment, currency_code, order_id } = draft
  return payment.kind === "captured"
    ? [{ ...payment, currency_code, order_id }]
    : []
}

/**
 * The payments of orders that exist: collections first, then their captures, the
 * links last. A collection made unpaid by an earlier draft is captured when the draft
 * now says so. No event goes out, as no money moves through the host.
 */
export async function recordPayments(
  container: MedusaContainer,
  drafts: OrderDraft[],
  now: Date
): Promise<CreateHostOrdersResult["refused"]> {
  const payments = paymentService(container)
  const rows = drafts.filter(isCollected)
  const collections = await createMissing({
    rows,
    idOf: (draft) => draft.payment.collection_id,
    findExisting: async (id) =>
      (
        await payments.listPaymentCollections(
          { id },
          { select: ["id"], take: id.length }
        )
      ).map((collection) => collection.id),
    create: (missing) =>
      payments.createPaymentCollections(
        missing.map((draft) =>
          collectionRow(draft.payment, draft.currency_code, now)
        ) as never
      ),
  })
  const refused: Refusal<OrderDraft>[] = [...collections.refused]
  const without = new Set(refused.map(({ row }) => row))
  const collected = rows.filter((draft) => !without.has(draft))

  const unpaid = new Set(
    collections.existing.length
      ? (
          await payments.listPaymentCollections(
            { id: collections.existing },
            { select: ["id", "status"], take: collections.existing.length }
          )
        )
          .filter(({ status }) => status === "not_paid")
          .map(({ id }) => id)
      : []
  )
  const captures = collected.flatMap(captureOf)
  const failed = [
    ...(await recordCaptures(
      container,
      captures.filter((capture) => !unpaid.has(capture.collection_id))
    )),
    ...(await captureUnpaid(
      container,
      captures.filter((capture) => unpaid.has(capture.collection_id))
    )),
  ]
  const draftOf = new Map(collected.map((draft) => [draft.order_id, draft]))
  for (const { row, message } of failed) {
    const draft = draftOf.get(row.order_id)
    if (draft) {
      refused.push({ row: draft, message })
    }
  }
  await createOrderLinks(
    container,
    Modules.PAYMENT,
    "payment_collection_id",
    collected.map(({ order_id, payment }) => ({
      order_id,
      other_id: payment.collection_id,
    }))
  )
  return refused.map(({ row, message }) => ({
    channel_order_id: row.channel_order_id,
    message,
  }))
}

export const recordPaymentsStep = createStep(
  recordPaymentsStepId,
  async ({ drafts }: { drafts: OrderDraft[] }, { container }) =>
    new StepResponse(await recordPayments(container, drafts, new Date()))
)
