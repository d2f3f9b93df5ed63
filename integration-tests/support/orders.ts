import { MedusaContainer } from "@medusajs/framework/types"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { AdminClient } from "./admin"

type Staff = { readonly admin: AdminClient }

/** An order as `GET /orders/:id` gives it, as far as tests look at it. */
export type OrderAnswer = {
  id: string
  channel_id: string
  external_id: string
  status: string | null
  raw_status: string
  status_rule: string | null
  flags: string[]
  import_state: string
  import_rule: string | null
  block_reasons: { code: string; params: Record<string, unknown> }[]
  medusa_order_id: string | null
  total: number
  host_state: string
  actions: string[]
  deadline_at: string | null
  deadline_kind: string | null
  lines: {
    id: string
    quantity: number
    cancelled_quantity: number
    seller_sku: string
    external_line_ids: string[]
    external_sku_id: string
    variant_id: string | null
  }[]
  parcels: {
    id: string
    external_id: string
    state: string
    tracking_number: string | null
    order_ids: string[]
    marks: { kind: string; actor_name: string | null; reason: string | null }[]
  }[]
  returns: { id: string; state: string; kind: string; answers: string[] }[]
  cancellation_request: {
    id: string
    state: string
    answers: string[]
    respond_by: string | null
  } | null
  receipts: {
    id: string
    stock_state: string
    stock_error: string | null
    lines: { line_id: string; good: number; damaged: number; lost: number }[]
    medusa_return_ids: string[]
  }[]
  history: { status: string; source: string; actor_name: string | null }[]
}

export async function readOrder(
  { admin }: Staff,
  id: string
): Promise<OrderAnswer> {
  const { body } = await admin.get<{ order: OrderAnswer }>(`/orders/${id}`)
  return body.order
}

/** The channel order with the marketplace's id, or null when it was never seen. */
export async function lookUpOrder(
  { admin }: Staff,
  external_id: string
): Promise<OrderAnswer | null> {
  const { body } = await admin.get<{ orders: { id: string }[] }>(
    `/orders?q=${external_id}`
  )
  const [found] = body.orders
  return found ? readOrder({ admin }, found.id) : null
}

/** @throws {Error} when the order was never seen. */
export async function findOrder(
  staff: Staff,
  external_id: string
): Promise<OrderAnswer> {
  const order = await lookUpOrder(staff, external_id)
  if (!order) {
    throw new Error(`there is no channel order ${external_id}`)
  }
  return order
}

/** The Medusa order as the host's own page reads it. */
export async function medusaOrder(
  { container }: { readonly container: MedusaContainer },
  { medusa_order_id }: Pick<OrderAnswer, "medusa_order_id">
) {
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id: medusa_order_id ?? "",
      fields: [
        "id",
        "display_id",
        "custom_display_id",
        "created_at",
        "status",
        "total",
        "email",
        "customer_id",
        "metadata",
        "summary",
        "items.*",
        "items.detail.*",
        "shipping_address.*",
        "fulfillments.*",
        "fulfillments.labels.*",
        "returns.*",
        "returns.items.*",
      ],
    },
  })
  return result as typeof result & {
    returns: {
      status: string
      items: { quantity: number; received_quantity: number }[]
    }[]
  }
}
