import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StockPart } from "../types"
import { OpenReturn, OrderReturnState, ReturnLineState } from "./plan-returns"
import { BEGUN_BY, receiveChangesOf, ReceiveChange } from "./receive-changes"
import { ReturnRow, returnService } from "./return-service"

type Quantity = number | { numeric?: number } | null | undefined

type FulfillmentRow = {
  id: string
  location_id: string
  canceled_at: unknown
  created_at: string | Date
  items?: {
    line_item_id: string | null
    inventory_item_id: string | null
    quantity: Quantity
  }[]
}

/** What of the graph is read here. */
type OrderRow = {
  id: string
  items?: {
    id: string
    variant_id: string | null
    detail: {
      quantity: Quantity
      fulfilled_quantity: Quantity
      return_received_quantity: Quantity
      return_dismissed_quantity: Quantity
    }
    variant?: {
      manage_inventory: boolean
      inventory_items?: (StockPart | null)[]
    } | null
  }[]
  fulfillments?: (FulfillmentRow | null)[]
}

type ItemRow = NonNullable<OrderRow["items"]>[number]

const FIELDS = [
  "id",
  // Quantities of the order's version only come with the whole item.
  "items.*",
  "items.variant.manage_inventory",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "fulfillments.id",
  "fulfillments.location_id",
  "fulfillments.canceled_at",
  "fulfillments.created_at",
  "fulfillments.items.line_item_id",
  "fulfillments.items.inventory_item_id",
  "fulfillments.items.quantity",
]

/** The orders with their returns as they stand; unknown ids are left out. */
export async function loadReturnStates(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Map<string, OrderReturnState>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, returns, changes] = await Promise.all([
    query.graph({
      entity: "order",
      fields: FIELDS,
      filters: { id: order_ids },
    }),
    returnService(container).listReturns(
      { order_id: order_ids },
      { relations: ["items"], take: null, order: { created_at: "ASC" } }
    ),
    receiveChangesOf(container, order_ids),
  ])
  return new Map(
    (data as unknown as OrderRow[]).map((row) => [
      row.id,
      stateOf(
        row,
        returns.filter(({ order_id }) => order_id === row.id),
        changes.filter(({ order_id }) => order_id === row.id)
      ),
    ])
  )
}

function stateOf(
  row: OrderRow,
  returns: ReturnRow[],
  changes: ReceiveChange[]
): OrderReturnState {
  const fulfillments = (row.fulfillments ?? [])
    .flatMap((one) => (one && !one.canceled_at ? one : []))
    .sort((a, b) => +new Date(a.created_at) - +new Date(b.created_at))
  return {
    id: row.id,
    lines: (row.items ?? []).map((item) => lineOf(item, fulfillments)),
    open: returns.flatMap(openReturn),
    return_count: returns.length,
    applied: changes
      .filter(({ status }) => status === "confirmed")
      .flatMap(({ metadata }) =>
        metadata.plan.items.map((item) => ({
          ...item,
          receipt_id: metadata.plan.receipt_id,
        }))
      ),
  }
}

function lineOf(
  item: ItemRow,
  fulfillments: FulfillmentRow[]
): ReturnLineState {
  const fulfilled = number(item.detail.fulfilled_quantity)
  const own = fulfillments.filter(({ items }) =>
    items?.some(({ line_item_id }) => line_item_id === item.id)
  )
  return {
    id: item.id,
    variant_id: item.variant_id,
    location_id: own[0]?.location_id ?? fulfillments[0]?.location_id ?? null,
    parts: partsOf(item, fulfilled, own),
    quantity: number(item.detail.quantity),
    fulfilled,
    returned:
      number(item.detail.return_received_quantity) +
      number(item.detail.return_dismissed_quantity),
  }
}

/**
 * What one unit took when it went out, by the fulfilments. Where their figures do not divide
 * evenly, what the variant is made of today; nothing where nothing was counted.
 */
function partsOf(
  item: ItemRow,
  fulfilled: number,
  fulfillments: FulfillmentRow[]
): StockPart[] {
  const units = new Map<string, number>()
  for (const one of fulfillments.flatMap(({ items }) => items ?? [])) {
    if (one.line_item_id === item.id && one.inventory_item_id) {
      const before = units.get(one.inventory_item_id) ?? 0
      units.set(one.inventory_item_id, before + number(one.quantity))
    }
  }
  if (!units.size || !fulfilled) {
    return []
  }
  if ([...units.values()].every((taken) => taken % fulfilled === 0)) {
    return [...units].map(([inventory_item_id, taken]) => ({
      inventory_item_id,
      required_quantity: taken / fulfilled,
    }))
  }
  return (item.variant?.inventory_items ?? []).flatMap((part) => part ?? [])
}

function openReturn(row: ReturnRow): OpenReturn[] {
  const isOpen =
    (row.status === "requested" || row.status === "partially_received") &&
    !row.exchange_id &&
    !row.claim_id
  const items = (row.items ?? [])
    .map(({ item_id, quantity, received_quantity }) => ({
      line_item_id: item_id,
      open:
        number(quantity as Quantity) - number(received_quantity as Quantity),
    }))
    .filter(({ open }) => open > 0)
  return isOpen && items.length
    ? [
        {
          id: row.id,
          ours: row.metadata?.[BEGUN_BY] === true,
          location_id: row.location_id,
          items,
        },
      ]
    : []
}

function number(quantity: Quantity): number {
  return Number(
    typeof quantity === "object" ? (quantity?.numeric ?? 0) : (quantity ?? 0)
  )
}
