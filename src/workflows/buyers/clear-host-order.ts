import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Row = Record<string, unknown>

/** Medusa generates these for the models of its Order Module, beside its public type. */
type OrderService = {
  updateOrderAddresses(rows: Row[]): Promise<unknown>
  updateOrders(rows: Row[]): Promise<unknown>
  listOrderChangeActions(
    filters: Row
  ): Promise<{ id: string; details: ChangeDetails | null }[]>
  updateOrderChangeActions(rows: Row[]): Promise<unknown>
}

/** What Medusa notes of a change of address or e-mail made on its own page. */
type ChangeDetails = { type?: string; old?: unknown; new?: unknown }

const EMPTY_ADDRESS = {
  customer_id: null,
  company: null,
  first_name: null,
  last_name: null,
  address_1: null,
  address_2: null,
  city: null,
  province: null,
  postal_code: null,
  phone: null,
  metadata: null,
}

/**
 * Clears the buyer from a Medusa order: addresses, also those that staff replaced on Medusa's
 * own page, the e-mail, copies of the address on fulfilments, and workflow executions that
 * mention the order. The country stays: prices and taxes look at it. The caller holds the lock
 * of the order, so that nothing is under way with it.
 */
export async function clearHostOrder(
  container: MedusaContainer,
  order_id: string
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const orders = container.resolve(Modules.ORDER) as unknown as OrderService
  const {
    data: [order],
  } = await query.graph({
    entity: "order",
    fields: ["id", "email", "shipping_address.id", "billing_address.id"],
    filters: { id: order_id },
  })
  if (order) {
    const changes = await orders.listOrderChangeActions({
      order_id,
      action: "UPDATE_ORDER_PROPERTIES",
    })
    await clearAddresses(orders, [
      order.shipping_address,
      order.billing_address,
      ...changes.flatMap(({ details }) => [details?.old, details?.new]),
    ])
    // What is left out would stay: objects are merged.
    await orders.updateOrderChangeActions(
      changes.map(({ id }) => ({ id, details: { old: null, new: null } }))
    )
    if (order.email) {
      await orders.updateOrders([{ id: order_id, email: null }])
    }
  }
  await clearBeyondModules(container, order_id)
}

async function clearAddresses(
  orders: OrderService,
  addresses: unknown[]
): Promise<void> {
  const ids = addresses.flatMap((address) =>
    typeof address === "object" && address !== null && "id" in address
      ? [String(address.id)]
      : []
  )
  await orders.updateOrderAddresses(
    [...new Set(ids)].map((id) => ({ id, ...EMPTY_ADDRESS }))
  )
}

/** What Medusa keeps and has no method for. */
async function clearBeyondModules(
  container: MedusaContainer,
  order_id: string
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { customer_id: _customer, ...empty } = EMPTY_ADDRESS
  await knex("fulfillment_address")
    .whereIn(
      "id",
      knex("fulfillment")
        .join(
          "order_fulfillment",
          "order_fulfillment.fulfillment_id",
          "fulfillment.id"
        )
        .where("order_fulfillment.order_id", order_id)
        .whereNotNull("fulfillment.delivery_address_id")
        .select("fulfillment.delivery_address_id")
    )
    .update(empty)
  await knex("workflow_execution")
    .whereRaw("strpos(context::text, ?) > 0", [order_id])
    .delete()
}
