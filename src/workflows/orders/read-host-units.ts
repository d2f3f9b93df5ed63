import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StatusContext } from "../../domain/orders/determine-status"
import { HostUnits } from "../../domain/returns/units-out"
import { marketplacesOf } from "../marketplaces"

/** The stored side of an order, as far as its Medusa order is looked up. */
type StoredOrder = {
  id: string
  status: string | null
  host_state: string
  medusa_order_id: string | null
}

/** What of the graph is read here. */
type OrderRow = {
  id: string
  items?: {
    id: string
    detail: { quantity: unknown; shipped_quantity: unknown }
  }[]
}

/**
 * Units that Medusa has, by channel order and line, of orders whose units may be out although
 * the marketplace has cancelled them; others are left out. Units that came back good before
 * they left the count were taken out of the Medusa order, and are counted all the same.
 */
export async function readHostUnits(
  container: MedusaContainer,
  orders: StoredOrder[],
  contexts: ReadonlyMap<string, StatusContext>
): Promise<Map<string, HostUnits>> {
  const asked = orders.filter((order) =>
    mayBeOut(order, contexts.get(order.id))
  )
  if (!asked.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.*"],
    filters: {
      id: asked.flatMap(({ medusa_order_id }) => medusa_order_id ?? []),
      status: { $ne: "canceled" },
    },
  })
  const rows = new Map((data as unknown as OrderRow[]).map((r) => [r.id, r]))
  const taken = await readTakenOut(container, asked)
  return new Map(
    asked.flatMap(({ id, medusa_order_id }) => {
      const row = rows.get(medusa_order_id ?? "")
      return row ? [[id, unitsOf(row, taken)] as const] : []
    })
  )
}

function mayBeOut(
  { status, host_state, medusa_order_id }: StoredOrder,
  context: StatusContext | undefined
): boolean {
  if (medusa_order_id === null) {
    return false
  }
  if (status === "returning" || status === "returned") {
    return true
  }
  const handedOver = context?.marks.some(({ kind }) => kind === "handed_over")
  return handedOver === true && host_state === "shipped"
}

/** Good units by line that came back while their order was still pending. */
async function readTakenOut(
  container: MedusaContainer,
  orders: StoredOrder[]
): Promise<Map<string, number>> {
  const pending = orders.filter(({ host_state }) => host_state === "pending")
  const taken = new Map<string, number>()
  const receipts = pending.length
    ? await marketplacesOf(container).receipts.listOf(
        pending.map(({ id }) => id)
      )
    : []
  for (const { line_id, good } of receipts.flatMap(({ lines }) => lines)) {
    taken.set(line_id, (taken.get(line_id) ?? 0) + good)
  }
  return taken
}

function unitsOf(
  { items = [] }: OrderRow,
  taken: ReadonlyMap<string, number>
): HostUnits {
  return new Map(
    items.map(({ id, detail }) => [
      id,
      {
        quantity: Number(detail.quantity) + (taken.get(id) ?? 0),
        shipped: Number(detail.shipped_quantity ?? 0),
      },
    ])
  )
}
