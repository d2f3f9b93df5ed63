import { JsonObject } from "../../../src/domain/shared/json"

/** Units of one product in one warehouse. */
export type StockLevel = {
  /** On the shelf, open orders included. */
  available: number
  /** Of those, units of open orders; the rest can be sold. */
  reserved: number
}

export type InventoryType =
  "dropship" | "backorder" | "instock" | "seller_backorder" | "cross_border"

/** A seller's offer: the only thing that has a price and stock of its own. */
export type Product = {
  product_id: number
  seller_id: number
  /** Tiki's own, a text of digits. */
  sku: string
  /** The seller's; often empty. */
  original_sku: string
  master_id: number
  master_sku: string
  /** The parent of the variants; 0 for a product of one variant. */
  super_id: number
  super_sku: string
  name: string
  description: string
  category: string
  /** Values by the option's name; at most two. */
  attributes: Record<string, string>
  /** Đồng, tax included. */
  price: number
  market_price: number
  active: boolean
  is_hidden: boolean
  inventory_type: InventoryType
  /** Path of the picture on the twin. */
  picture: string
  /** Seconds since 1970, UTC. */
  create_time: number
  update_time: number
  version: number
  deleted: boolean
  /** A campaign holds the stock: no app sets it. */
  locked_by_campaign: boolean
  /** updateSku is approved and changes no stock. */
  ignores_writes: boolean
  /** Laid over the answers; `null` takes a field out. */
  overrides: JsonObject
  /** Answers that hold it are not checked against the OpenAPI description. */
  off_contract: boolean
  /** By warehouse id; of `instock` goods a warehouse of Tiki. */
  stock: Map<number, StockLevel>
}

export const isFbt = ({ inventory_type }: Product) =>
  inventory_type === "instock"

/** As plain JSON. */
export const plainProduct = (product: Product) => ({
  ...product,
  stock: Object.fromEntries(product.stock),
})

/** Sum over the warehouses. */
export function totalStock({
  stock,
}: {
  stock: ReadonlyMap<number, StockLevel>
}): StockLevel {
  const total: StockLevel = { available: 0, reserved: 0 }
  for (const { available, reserved } of stock.values()) {
    total.available += available
    total.reserved += reserved
  }
  return total
}

export const sellable = ({ available, reserved }: StockLevel) =>
  available - reserved
