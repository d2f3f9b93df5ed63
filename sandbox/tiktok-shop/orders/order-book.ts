import { Clock } from "../../shared/clock"
import { OrderBook as SharedOrderBook } from "../../shared/order-book"
import { Order } from "./order"

export type { SortField } from "../../shared/order-book"

/** All orders, with what the feed already shows of them. */
export class OrderBook extends SharedOrderBook<Order> {
  constructor(clock: Clock, feed_delay: () => number) {
    super({ id: ({ id }) => id, shop: (o) => o.shop_id }, clock, feed_delay)
  }
}
