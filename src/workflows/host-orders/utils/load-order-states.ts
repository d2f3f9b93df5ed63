import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inventoryService } from "./module-services"
import { LineReservation, OrderState } from "./move-plan"

type Quantity = number | { numeric?: number } | null | undefined

/** What of the graph is read here. */
type OrderRow = {
  id: string
  status: string
  sales_channel?: { stock_locations?: ({ id: string } | null)[] } | null
  items?: {
    id: string
    title: string
    variant_title: string | null
    variant_sku: string | null
    variant_id: string | null
    quantity: number
    detail: {
      quantity: Quantity
      fulfilled_quantity: Quantity
      shipped_quantity: Quantity
      delivered_quantity: Quantity
    }
  }[]
  fulfillments?: ({
    id: string
    shipped_at: unknown
    delivered_at: unknown
    canceled_at: unknown
  } | null)[]
}

type VariantRow = {
  id: string
  manage_inventory: boolean
  inventory_items?: {
    inventory_item_id: string
    required_quantity: number
    inventory?: { title: string | null; sku: string | null } | null
  }[]
}

export type Variants = Map<string, VariantRow>

const ORDER_FIELDS = [
  "id",
  "status",
  // Quantities of the order's version only come with the whole item.
  "items.*",
  "fulfillments.id",
  "fulfillments.shipped_at",
  "fulfillments.delivered_at",
  "fulfillments.canceled_at",
  "sales_channel.stock_locations.id",
]

async function loadVariants(
  container: MedusaContainer,
  ids: string[]
): Promise<Variants> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: [
      "id",
      "manage_inventory",
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
      "inventory_items.inventory.title",
      "inventory_items.inventory.sku",
    ],
    filters: { id: ids },
  })
  return new Map((data as VariantRow[]).map((variant) => [variant.id, variant]))
}

/** The orders as they stand, with their live reservations; unknown ids are left out. */
export async function loadOrderStates(
  container: MedusaContainer,
  order_ids: string[]
): Promise<Map<string, OrderState>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: order_ids },
  })
  const rows = data as unknown as OrderRow[]
  const items = rows.flatMap((row) => row.items ?? [])
  const reservations = items.length
    ? await inventoryService(container).listReservationItems(
        { line_item_id: items.map(({ id }) => id) },
        {
          select: [
            "id",
            "line_item_id",
            "inventory_item_id",
            "location_id",
            "quantity",
          ],
          take: null,
        }
      )
    : []
  const variants = await loadVariants(container, [
    ...new Set(
      items.flatMap(({ variant_id }) => (variant_id ? [variant_id] : []))
    ),
  ])
  const variantOf = new Map(
    items.map((item) => [
      item.id,
      item.variant_id ? variants.get(item.variant_id) : undefined,
    ])
  )

  const reserved = reservations.flatMap((row): LineReservation[] => {
    if (!row.line_item_id) {
      return []
    }
    const part = variantOf
      .get(row.line_item_id)
      ?.inventory_items?.find(
        (item) => item.inventory_item_id === row.inventory_item_id
      )
    return [
      {
        id: row.id,
        line_item_id: row.line_item_id,
        inventory_item_id: row.inventory_item_id,
        location_id: row.location_id,
        quantity: Number(row.quantity),
        required_quantity: part?.required_quantity ?? 1,
        title: part?.inventory?.title ?? null,
        sku: part?.inventory?.sku ?? null,
      },
    ]
  })

  return new Map(
    rows.map((row) => {
      const lineIds = new Set((row.items ?? []).map(({ id }) => id))
      return [
        row.id,
        {
          id: row.id,
          status: row.status,
          lines: (row.items ?? []).map((item) => {
            const variant = variantOf.get(item.id)
            return {
              id: item.id,
              title: item.variant_title ?? item.title,
              sku: item.variant_sku ?? "",
              quantity: Number(item.detail.quantity),
              fulfilled: Number(item.detail.fulfilled_quantity ?? 0),
              shipped: Number(item.detail.shipped_quantity ?? 0),
              delivered: Number(item.detail.delivered_quantity ?? 0),
              managed:
                !!variant?.manage_inventory &&
                !!variant.inventory_items?.length,
            }
          }),
          fulfillments: (row.fulfillments ?? []).flatMap((fulfillment) =>
            fulfillment && !fulfillment.canceled_at
              ? [
                  {
                    id: fulfillment.id,
                    shipped: !!fulfillment.shipped_at,
                    delivered: !!fulfillment.delivered_at,
                  },
                ]
              : []
          ),
          reservations: reserved.filter(({ line_item_id }) =>
            lineIds.has(line_item_id)
          ),
          default_location_id:
            row.sales_channel?.stock_locations?.[0]?.id ?? null,
        },
      ]
    })
  )
}
