import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type PaymentState = {
  id: string
  amount: number
  currency_code: string
  provider_id: string
  canceled_at: unknown
  captured_at: string | Date | null
  captures: { amount: number }[]
  refunds: { id: string; amount: number }[]
}

export type CollectionState = {
  id: string
  status: string
  amount: number
  currency_code: string
  payments: PaymentState[]
}

export type OrderPayments = {
  id: string
  status: string
  version: number
  item_ids: string[]
  /** Fulfilments that are not canceled. */
  fulfillments: { delivered_at: string | Date | null }[]
  collections: CollectionState[]
}

type Row = {
  id: string
  status: string
  version: number
  items?: { id: string }[]
  fulfillments?: ({
    canceled_at: unknown
    delivered_at: string | Date | null
  } | null)[]
  payment_collections?: (CollectionState | null)[]
}

const FIELDS = [
  "id",
  "status",
  "version",
  "items.id",
  "fulfillments.canceled_at",
  "fulfillments.delivered_at",
  "payment_collections.id",
  "payment_collections.status",
  "payment_collections.amount",
  "payment_collections.currency_code",
  "payment_collections.payments.id",
  "payment_collections.payments.amount",
  "payment_collections.payments.currency_code",
  "payment_collections.payments.provider_id",
  "payment_collections.payments.canceled_at",
  "payment_collections.payments.captured_at",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.refunds.id",
  "payment_collections.payments.refunds.amount",
]

/** The orders with what is needed to cancel or complete them; unknown ids are left out. */
export async function loadOrderPayments(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Map<string, OrderPayments>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: order_ids },
  })
  return new Map(
    (data as unknown as Row[]).map((row) => [
      row.id,
      {
        id: row.id,
        status: row.status,
        version: row.version,
        item_ids: (row.items ?? []).map(({ id }) => id),
        fulfillments: (row.fulfillments ?? []).flatMap((fulfillment) =>
          fulfillment && !fulfillment.canceled_at ? [fulfillment] : []
        ),
        collections: (row.payment_collections ?? []).flatMap((collection) =>
          collection ? [collection] : []
        ),
      },
    ])
  )
}

const sum = (rows: { amount: number }[]) =>
  rows.reduce((total, { amount }) => total + Number(amount), 0)

export const capturedOf = (payment: PaymentState) => sum(payment.captures)
export const refundedOf = (payment: PaymentState) => sum(payment.refunds)
