import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LineCodes } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { readVariantCodes } from "../packing/table-parcel"
import { OrderToPick } from "./orders-to-pick"

/** One article at one location, over all orders of a pick list. */
export type PickLine = {
  /** Names the line when it is ticked off; the same while orders change. */
  key: string
  title: string
  sku_title: string | null
  /** Of the variant, else the seller's at the marketplace. */
  sku: string | null
  barcode: string | null
  image_url: string | null
  /** Null where the location would be a guess. */
  location_name: string | null
  /** Units in parcels that are still to leave the shop. */
  quantity: number
  picked: number
  /** Orders that need some of it. */
  order_count: number
}

type Stored = Awaited<
  ReturnType<
    ReturnType<typeof marketplacesOf>["listMarketplaceChannelOrderLines"]
  >
>[number]

/**
 * What these orders take from the shelves: the shop's own goods, kits as kits. Of an order that
 * cannot be understood now, all live units as they were stored.
 */
export async function gatherPickLines(
  container: MedusaContainer,
  order_ids: string[],
  orders: ReadonlyMap<string, OrderToPick>
): Promise<PickLine[]> {
  const marketplaces = marketplacesOf(container)
  const [stored, codes] = await Promise.all([
    marketplaces.listMarketplaceChannelOrderLines({
      channel_order_id: order_ids,
      fulfilled_by: "seller",
    }),
    marketplaces.packing.lineCodes(order_ids),
  ])
  const codesOf = new Map(codes.map((one) => [one.line_id, one]))
  const [variants, names] = await Promise.all([
    readVariantCodes(
      container,
      stored.flatMap(({ variant_id }) => variant_id ?? [])
    ),
    locationNames(
      container,
      [...orders.values()].flatMap(({ location_id }) => location_id ?? [])
    ),
  ])
  const lines = new Map<string, { line: PickLine; orders: Set<string> }>()
  for (const one of stored.sort(byPosition)) {
    const order = orders.get(one.channel_order_id)
    const units = order
      ? (order.units.get(one.id) ?? 0)
      : one.quantity - one.cancelled_quantity
    if (units <= 0) {
      continue
    }
    const location_id = order?.location_id ?? null
    const key = keyOf(one, location_id)
    const known = lines.get(key) ?? {
      line: {
        ...describe(one, codesOf.get(one.id), variants),
        key,
        location_name: names.get(location_id ?? "") ?? null,
      },
      orders: new Set(),
    }
    known.line.quantity += units
    known.orders.add(one.channel_order_id)
    lines.set(key, known)
  }
  return [...lines.values()]
    .map(({ line, orders }) => ({ ...line, order_count: orders.size }))
    .sort(byLocationThenSku)
}

/** Articles without a variant are told apart by the marketplace's SKU. */
function keyOf(
  { variant_id, channel_id, external_sku_id }: Stored,
  location_id: string | null
): string {
  const article = variant_id ?? `${channel_id}:${external_sku_id}`
  return location_id ? `${article}@${location_id}` : article
}

function describe(
  line: Stored,
  codes: LineCodes | undefined,
  variants: Awaited<ReturnType<typeof readVariantCodes>>
): Omit<PickLine, "key" | "location_name"> {
  const variant = variants.get(line.variant_id ?? "")
  return {
    title: line.title,
    sku_title: line.sku_title,
    sku: variant?.sku ?? line.seller_sku,
    barcode: variant?.barcodes[0] ?? codes?.barcode ?? null,
    image_url: line.image_url ?? codes?.image_url ?? null,
    quantity: 0,
    picked: 0,
    order_count: 0,
  }
}

async function locationNames(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, string>> {
  if (!ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["id", "name"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(data.map(({ id, name }) => [id, name]))
}

function byPosition(one: Stored, other: Stored): number {
  return one.channel_order_id === other.channel_order_id
    ? one.position - other.position
    : one.channel_order_id < other.channel_order_id
      ? -1
      : 1
}

function byLocationThenSku(one: PickLine, other: PickLine): number {
  const text = (line: PickLine) => [
    line.location_name ?? "",
    line.sku ?? "",
    line.title,
  ]
  const theirs = text(other)
  return (
    text(one)
      .map((part, index) => part.localeCompare(theirs[index], "vi"))
      .find((order) => order !== 0) ?? 0
  )
}
