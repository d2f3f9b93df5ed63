import { Books as SharedBooks, OrderSums } from "../shared/books"
import { Catalogue } from "./products/catalogue"
import { StockLevel, sumLevels } from "./products/product"
import { Stock } from "./products/stock"
import { Order, totalOf } from "./orders/order"
import { OrderBook } from "./orders/order-book"
import { PackageBooks } from "./packages/package-books"
import { Seller, Shop } from "./shops"

/** What the marketplace knows to be true of one shop, whatever its feed shows. */
export type ShopBooks = {
  shop_id: string
  /** The app may see this shop. */
  authorized: boolean
  name: string
  products: number
  skus: number
  /** Sums over the warehouses, and each by itself; a set counts nothing, its parts do. */
  stock: ({
    product_id: string
    sku_id: string
    seller_sku: string
    /** By warehouse id. */
    warehouses: Record<string, StockLevel>
  } & StockLevel)[]
  /** How often the app or the seller set a number, or wanted to. */
  stock_writes: number
} & OrderSums

/** `packages` are those of all shops, authorized or not. */
export type Books = SharedBooks<ShopBooks> & {
  packages: Omit<PackageBooks, "by_id">
}

/** Closes the books: the totals that an import has to agree with. */
export function closeBooks(
  sellers: Seller[],
  isAuthorized: (open_id: string) => boolean,
  catalogue: Catalogue,
  stock: Stock,
  book: OrderBook,
  packages: PackageBooks
): Books {
  const orders = book.all()
  const shops = sellers.flatMap((seller) => {
    const authorized = isAuthorized(seller.open_id)
    return seller.shops.map((shop) => ({
      authorized,
      ...closeShop(
        shop,
        catalogue,
        stock,
        orders.filter(({ shop_id }) => shop_id === shop.id)
      ),
    }))
  })
  const open = shops.filter(({ authorized }) => authorized)
  const open_ids = new Set(open.map(({ shop_id }) => shop_id))
  const { by_id: _by_id, ...sums } = packages
  return {
    packages: sums,
    listings: open.reduce((sum, { skus }) => sum + skus, 0),
    ...sumOrders(orders.filter(({ shop_id }) => open_ids.has(shop_id))),
    shops,
  }
}

function sumOrders(orders: Order[]) {
  const orders_by_status: Books["orders_by_status"] = {}
  for (const order of orders) {
    const shown = order.overrides.status
    const status = typeof shown === "string" ? shown : order.status
    const sum = (orders_by_status[status] ??= { count: 0, total_amount: 0 })
    sum.count++
    sum.total_amount += totalOf(order)
  }
  const total_amount = orders.reduce((sum, order) => sum + totalOf(order), 0)
  return { orders: orders.length, orders_by_status, total_amount }
}

function closeShop(
  shop: Shop,
  catalogue: Catalogue,
  stock: Stock,
  orders: Order[]
): Omit<ShopBooks, "authorized"> {
  const products = catalogue
    .ofShop(shop.id)
    .filter(({ status }) => status !== "DELETED")
  const skus = products.flatMap((product) => product.skus)
  const sku_ids = new Set(skus.map(({ id }) => id))
  return {
    shop_id: shop.id,
    name: shop.name,
    products: products.length,
    skus: skus.length,
    ...sumOrders(orders),
    stock: skus.map((sku) => {
      const levels = stock
        .warehouses(sku)
        .map((id): [string, StockLevel] => [id, stock.level(sku, id)])
      return {
        product_id: sku.product_id,
        sku_id: sku.id,
        seller_sku: sku.seller_sku,
        ...sumLevels(levels.map(([, level]) => level)),
        warehouses: Object.fromEntries(levels),
      }
    }),
    stock_writes: stock.writes
      .list()
      .filter(({ sku_id }) => sku_ids.has(sku_id)).length,
  }
}
