import { OrderBook } from "../shared/order-book"
import type { Books as SharedBooks, OrderSums } from "../shared/books"
import { invoiceOf } from "./orders/money"
import { Order, shownStatus } from "./orders/order"
import { NOT_WITH_SELLER } from "./orders/statuses"
import { Catalogue } from "./products/catalogue"
import { Product, sellable } from "./products/product"
import { Sales } from "./products/sales"
import { Stock } from "./products/stock"
import { Seller } from "./sellers"

/** Units of a product. */
export type StockSums = {
  /** That can be sold: on hand less committed. */
  available: number
  /** Of open orders. */
  committed: number
  on_hand: number
} & Sales

/** What Tiki knows to be true of one seller, whatever its feed shows. */
export type SellerBooks = {
  shop_id: string
  /** The app may see this seller. */
  authorized: boolean
  name: string
  products: number
  skus: number
  stock: ({
    product_id: string
    sku_id: string
    seller_sku: string
    /** Over all warehouses, and by warehouse id. */
    warehouses: Record<string, StockSums>
  } & StockSums)[]
  /** How often the app or the seller set a number, or wanted to, warehouse by warehouse. */
  stock_writes: number
  /** Orders that are not the seller's yet; they are in no other sum. */
  not_with_seller: OrderSums
} & OrderSums

/** Totals over the sellers that the apps are authorized for, and every seller by itself. */
export type TikiBooks = SharedBooks<SellerBooks> & {
  not_with_seller: OrderSums
}

const isWithSeller = (order: Order) =>
  !NOT_WITH_SELLER.some((status) => status === shownStatus(order))

function sumOrders(orders: Order[], without_refused: boolean): OrderSums {
  const sums: OrderSums = { orders: 0, orders_by_status: {}, total_amount: 0 }
  for (const order of orders) {
    const status = shownStatus(order)
    const { grand_total } = invoiceOf(order, without_refused)
    const sum = (sums.orders_by_status[status] ??= {
      count: 0,
      total_amount: 0,
    })
    sum.count++
    sum.total_amount += grand_total
    sums.orders++
    sums.total_amount += grand_total
  }
  return sums
}

function stockSums(stock: Stock, product: Product): Record<string, StockSums> {
  return Object.fromEntries(
    [...product.stock].map(([warehouse_id, level]) => [
      String(warehouse_id),
      {
        available: sellable(level),
        committed: level.reserved,
        on_hand: level.available,
        ...stock.sales(product, warehouse_id),
      },
    ])
  )
}

function total(sums: StockSums[]): StockSums {
  const sum = (name: keyof StockSums) =>
    sums.reduce((units, one) => units + one[name], 0)
  return {
    available: sum("available"),
    committed: sum("committed"),
    on_hand: sum("on_hand"),
    sold: sum("sold"),
    oversold: sum("oversold"),
  }
}

/** Closes the books: the totals that an import has to agree with. */
export function closeBooks(
  sellers: Seller[],
  isAuthorized: (seller_id: number) => boolean,
  catalogue: Catalogue,
  stock: Stock,
  book: OrderBook<Order>,
  without_refused: boolean
): TikiBooks {
  const all = book.all()
  const sums = (orders: Order[]) => ({
    ...sumOrders(orders.filter(isWithSeller), without_refused),
    not_with_seller: sumOrders(
      orders.filter((order) => !isWithSeller(order)),
      without_refused
    ),
  })
  const shops = sellers.map(({ id, name }): SellerBooks => {
    const offers = catalogue.ofSeller(id)
    const families = offers.map((one) => one.super_id || one.product_id)
    return {
      shop_id: String(id),
      authorized: isAuthorized(id),
      name,
      products: new Set(families).size,
      skus: offers.length,
      ...sums(all.filter(({ seller_id }) => seller_id === id)),
      stock: offers.map((product) => {
        const warehouses = stockSums(stock, product)
        return {
          product_id: String(product.super_id || product.product_id),
          sku_id: String(product.product_id),
          seller_sku: product.original_sku,
          ...total(Object.values(warehouses)),
          warehouses,
        }
      }),
      stock_writes: stock.writes
        .list()
        .filter(
          ({ sku_id }) => catalogue.find(Number(sku_id))?.seller_id === id
        ).length,
    }
  })
  const open = shops.filter(({ authorized }) => authorized)
  const ids = new Set(open.map(({ shop_id }) => shop_id))
  return {
    listings: open.reduce((sum, { skus }) => sum + skus, 0),
    ...sums(all.filter(({ seller_id }) => ids.has(String(seller_id)))),
    shops,
  }
}
