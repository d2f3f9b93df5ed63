import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addSums,
  NO_SUMS,
  ReportSums,
  sumsOf,
} from "../../../domain/statements/report-sums"
import { shareOrder } from "../../../domain/statements/share-order"
import {
  ReportLine,
  SharedOrder,
} from "../../../modules/marketplace-channel/settlement-reports/read-report-orders"
import {
  ReportScope,
  VariantCost,
} from "../../../modules/marketplace-channel/settlement-reports/report-sql"
import { marketplacesOf } from "../../marketplaces"

/** Orders that are held at once. */
const PAGE = 4_000

/** A product with what its share of all orders comes to. */
export type ProductSums = {
  id: string
  /** One of its lines; null for orders that were never downloaded. */
  line: ReportLine | null
  units: number
  sums: ReportSums
}

/** What was sold in orders whose lines nobody knows. */
const UNKNOWN = "unknown"

/**
 * Sums by product over all orders of a report; what is held grows with the catalogue, not with
 * the orders. An order with several products counts once in the totals, and once in each of
 * their rows. Products that brought most come first.
 */
export async function readProductSums(
  container: MedusaContainer,
  scope: ReportScope,
  costs: VariantCost[]
): Promise<{ products: ProductSums[]; totals: ReportSums }> {
  const { settlementReports } = marketplacesOf(container)
  const products = new Map<string, ProductSums>()
  let totals = NO_SUMS
  let after_id = ""
  for (;;) {
    const orders = await settlementReports.listSharedOrders(scope, costs, {
      after_id,
      limit: PAGE,
    })
    for (const order of orders) {
      totals = addSums(totals, addOrder(products, order))
    }
    const last = orders.at(-1)
    if (!last || orders.length < PAGE) {
      break
    }
    after_id = last.id
  }
  return { products: [...products.values()].sort(byRevenue), totals }
}

/** @returns what the order comes to as a whole. */
function addOrder(
  products: Map<string, ProductSums>,
  order: SharedOrder
): ReportSums {
  const { lines } = order
  if (!lines.length) {
    const sums = sumsOf({ ...order, cost: null })
    add(products, UNKNOWN, null, [sums])
    return sums
  }
  const shares = shareOrder(order, lines)
  const byProduct = new Map<string, number[]>()
  lines.forEach((line, index) => {
    const key = keyOf(line)
    byProduct.set(key, [...(byProduct.get(key) ?? []), index])
  })
  for (const [key, indexes] of byProduct) {
    add(
      products,
      key,
      lines[indexes[0]],
      indexes.map((index) => shares[index]),
      indexes.reduce((sum, index) => sum + lines[index].units, 0)
    )
  }
  return once(shares)
}

function add(
  products: Map<string, ProductSums>,
  id: string,
  line: ReportLine | null,
  shares: ReportSums[],
  units = 0
): void {
  const known = products.get(id)
  products.set(id, {
    id,
    line: known?.line ?? line,
    units: (known?.units ?? 0) + units,
    sums: addSums(known?.sums ?? NO_SUMS, once(shares)),
  })
}

/** Shares of one order: their amounts together, the order itself counted once. */
function once(shares: ReportSums[]): ReportSums {
  if (shares.length === 1) {
    return shares[0]
  }
  const sums = shares.reduce(addSums, NO_SUMS)
  const most = (
    name: "order_count" | "settled_count" | "orders_without_cost"
  ) => Math.max(...shares.map((share) => share[name]))
  return {
    ...sums,
    order_count: most("order_count"),
    settled_count: most("settled_count"),
    orders_without_cost: most("orders_without_cost"),
  }
}

function keyOf({ variant_id, channel_id, external_sku_id }: ReportLine) {
  return variant_id ?? `${channel_id}:${external_sku_id}`
}

function byRevenue(a: ProductSums, b: ProductSums): number {
  return (
    b.sums.settled.revenue - a.sums.settled.revenue ||
    (b.sums.expected?.revenue ?? 0) - (a.sums.expected?.revenue ?? 0) ||
    (a.id < b.id ? -1 : 1)
  )
}

/** What a product is called in the shop; those that are linked to none are left out. */
export type ProductName = { title: string; sku: string | null }

export async function readProductNames(
  container: MedusaContainer,
  variant_ids: string[]
): Promise<Map<string, ProductName>> {
  if (!variant_ids.length) {
    return new Map()
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "title", "sku", "product.title"],
    filters: { id: variant_ids },
  })
  return new Map(
    data.map(({ id, title, sku, product }) => [
      id,
      {
        title: [product?.title, title].filter(Boolean).join(" · "),
        sku: sku ?? null,
      },
    ])
  )
}
