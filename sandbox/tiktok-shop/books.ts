import { Catalogue } from "./products/catalogue"
import { Stock } from "./products/stock"
import { totalOf } from "./orders/order"
import { OrderBook } from "./orders/order-book"
import { Seller } from "./shops"

/** What the marketplace knows to be true of one shop, whatever its feed shows. */
export type ShopBooks = {
  shop_id: string
  name: string
  products: number
  skus: number
  orders: number
  /** Sums in đồng, by the marketplace's own status. */
  orders_by_status: Record<string, { count: number; total_amount: number }>
  total_amount: number
  stock: {
    product_id: string
    sku_id: string
    seller_sku: string
    available: number
    committed: number
  }[]
}

export type Books = { shops: ShopBooks[] }

/** Closes the books: the totals that an import has to agree with. */
export function closeBooks(
  sellers: Seller[],
  catalogue: Catalogue,
  stock: Stock,
  book: OrderBook
): Books {
  const orders = book.all()
  const shops = sellers.flatMap(({ shops }) => shops)
  return {
    shops: shops.map((shop) => {
      const own = orders.filter(({ shop_id }) => shop_id === shop.id)
      const by_status: ShopBooks["orders_by_status"] = {}
      for (const order of own) {
        const shown = order.overrides.status
        const status = typeof shown === "string" ? shown : order.status
        const sum = (by_status[status] ??= { count: 0, total_amount: 0 })
        sum.count++
        sum.total_amount += totalOf(order)
      }
      const products = catalogue
        .ofShop(shop.id)
        .filter(({ status }) => status !== "DELETED")
      const skus = products.flatMap((product) => product.skus)
      return {
        shop_id: shop.id,
        name: shop.name,
        products: products.length,
        skus: skus.length,
        orders: own.length,
        orders_by_status: by_status,
        total_amount: own.reduce((sum, order) => sum + totalOf(order), 0),
        stock: skus.map((sku) => {
          const levels = shop.warehouses.map(({ id }) => stock.level(sku, id))
          return {
            product_id: sku.product_id,
            sku_id: sku.id,
            seller_sku: sku.seller_sku,
            available: levels.reduce((sum, one) => sum + one.available, 0),
            committed: levels.reduce((sum, one) => sum + one.committed, 0),
          }
        }),
      }
    }),
  }
}
