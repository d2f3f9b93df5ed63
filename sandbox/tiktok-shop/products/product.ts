export type StockLevel = {
  /** Sellable now; units of open orders are already taken out. */
  available: number
  /** Units of open orders. */
  committed: number
  /** All units ever sold, less those cancelled before they left. */
  sold: number
  /** Of them, units that were not there when they were sold. */
  oversold: number
}

export function sumLevels(levels: readonly StockLevel[]): StockLevel {
  const sum = (name: keyof StockLevel) =>
    levels.reduce((units, level) => units + level[name], 0)
  return {
    available: sum("available"),
    committed: sum("committed"),
    sold: sum("sold"),
    oversold: sum("oversold"),
  }
}

export type Sku = {
  id: string
  product_id: string
  seller_sku: string
  barcode: string | null
  /** One for each option of the product. */
  values: string[]
  /** Đồng, tax included. */
  price: number
  active: boolean
  /** A campaign holds the units: stock may not go down (12052393). */
  locked_by_campaign: boolean
  /** Writes of the app are answered as done and change nothing. */
  ignores_writes: boolean
  /** Parts of a set; a set has no stock of its own. */
  parts: { sku_id: string; quantity: number }[]
  /** By warehouse id. */
  stock: Map<string, StockLevel>
}

export type ProductStatus =
  | "DRAFT"
  | "PENDING"
  | "FAILED"
  | "ACTIVATE"
  | "SELLER_DEACTIVATED"
  | "PLATFORM_DEACTIVATED"
  | "FREEZE"
  | "DELETED"

export type Product = {
  id: string
  shop_id: string
  title: string
  description: string
  category: string
  status: ProductStatus
  options: string[]
  /** Path of the picture on the twin. */
  picture: string
  /** Seconds since 1970, UTC. */
  create_time: number
  update_time: number
  skus: Sku[]
}
