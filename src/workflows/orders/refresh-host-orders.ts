import { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { DraftAddress, OrderDraft } from "../../domain/orders/order-draft"
import { createHostOrdersWorkflow } from "../host-orders/workflows/create-host-orders"
import { reduceHostOrdersWorkflow } from "../host-orders/workflows/reduce-host-orders"
import { orderService } from "../host-orders/utils/module-services"
import { keepGoods } from "./keep-goods"
import { SettlingOrder } from "./settling-order"

type Failures = Map<string, string>

/**
 * Brings what a newer copy says of an order, other than its status, into Medusa: the
 * address, which marketplaces give only once an order is paid, units that were cancelled,
 * and the payment itself.
 */
export async function refreshHostOrders(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<void> {
  noteUnplanned(settling, failures)
  const live = settling.flatMap(({ plan, from, ...order }) =>
    plan.kind === "ready" &&
    plan.draft.status === "pending" &&
    from === "pending" &&
    !failures.has(order.row.id)
      ? { ...order, draft: plan.draft }
      : []
  )
  const pending = await keepGoods(container, live, failures)
  if (!pending.length) {
    return
  }
  await updateAddresses(container, pending)
  const { result: reduction } = await reduceHostOrdersWorkflow(container).run({
    input: { drafts: pending },
  })
  const refused = new Map(
    reduction.refused.map(({ order_id, message }) => [order_id, message])
  )
  for (const { order_id, channel_order_id } of pending) {
    const message = refused.get(order_id)
    if (message !== undefined) {
      failures.set(channel_order_id, message)
    }
  }
  const open = pending.filter(({ order_id }) => !refused.has(order_id))
  if (!open.length) {
    return
  }
  const { result } = await createHostOrdersWorkflow(container).run({
    input: { drafts: open },
  })
  for (const { channel_order_id, message } of result.refused) {
    failures.set(channel_order_id, message)
  }
}

/** Cancelled units that no plan tells how to take out are not passed over in silence. */
function noteUnplanned(settling: SettlingOrder[], failures: Failures): void {
  for (const { row, order, plan, from, to } of settling) {
    const stays = from === "pending" && to === "pending"
    const cancelled = order?.lines.some(
      ({ cancelled_quantity }) => cancelled_quantity > 0
    )
    if (plan.kind === "blocked" && stays && cancelled) {
      const codes = plan.reasons.map(({ code }) => code).join(", ")
      failures.set(
        row.id,
        failures.get(row.id) ??
          `Its cancelled units cannot be taken out: ${codes}`
      )
    }
  }
}

const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "phone",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
] as const satisfies readonly (keyof DraftAddress)[]

/**
 * An address that is there is changed in its place: given with the order, Medusa makes a new
 * one each time and leaves the old one behind, belonging to nothing.
 */
async function updateAddresses(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.*"],
    filters: { id: drafts.map(({ order_id }) => order_id) },
  })
  const current = new Map(
    data.map((order) => [order.id, order.shipping_address])
  )
  const changed = drafts.flatMap(({ order_id, shipping_address: wanted }) => {
    const address = current.get(order_id)
    return wanted && differs(address, wanted)
      ? { order_id, address_id: address?.id ?? null, wanted }
      : []
  })
  const first = changed.filter(({ address_id }) => address_id === null)
  if (first.length) {
    const orders = container.resolve<IOrderModuleService>(Modules.ORDER)
    await orders.updateOrders(
      first.map(({ order_id, wanted }) => ({
        id: order_id,
        shipping_address: toAddress(wanted),
      }))
    )
  }
  await orderService(container).updateOrderAddresses(
    changed.flatMap(({ address_id, wanted }) =>
      address_id === null ? [] : { id: address_id, ...wanted }
    )
  )
}

function differs(
  current: Partial<Record<keyof DraftAddress, unknown>> | null | undefined,
  wanted: DraftAddress
): boolean {
  return ADDRESS_FIELDS.some(
    (field) => (current?.[field] ?? null) !== wanted[field]
  )
}

function toAddress(address: DraftAddress): Record<string, string> {
  return Object.fromEntries(
    ADDRESS_FIELDS.flatMap((field) => {
      const value = address[field]
      return value === null ? [] : [[field, value]]
    })
  )
}
