import { Random } from "../../../sandbox/shared/random"
import {
  daysAfter,
  feesOf,
  mapFees,
  negated,
  refundOf,
  saleOf,
} from "./agreed-fees"
import { Books } from "./books"
import { SoldOrder } from "./sold-order"

/** How often each kind of settlement that is right comes. */
const MIX = {
  one_row: 70,
  by_item: 8,
  in_two_statements: 5,
  returned: 6,
  partly_refunded: 4,
  lost_and_compensated: 2,
  cancelled_unpaid: 2,
  taken_and_given_back: 1,
  totals_only: 2,
} as const

/** Settles an order the way it ought to be, in one of the shapes that files have. */
export function settleCleanly(
  books: Books,
  order: SoldOrder,
  random: Random
): void {
  SHAPES[random.weighted(MIX)](books, order)
}

const SHAPES: Record<
  keyof typeof MIX,
  (books: Books, order: SoldOrder) => void
> = {
  one_row: (books, order) => books.add(saleOf(order)),
  by_item: (books, order) => {
    for (const line of partsOf(order)) {
      books.add(line)
    }
  },
  in_two_statements: (books, order) => {
    const [one, other] = partsOf(order)
    books.add(one)
    books.add(
      { ...other, settled_at: daysAfter(order.delivered_at, 15) },
      "second"
    )
  },
  returned: (books, order) => {
    order.status = "returned"
    books.add(saleOf(order))
    books.add(refundOf(order), "second")
  },
  partly_refunded: (books, order) => {
    const [article] = order.articles
    const worth =
      article.price - Math.round(article.discount / article.quantity)
    const left = feesOf(order.market, order.revenue - worth)
    const all = feesOf(order.market, order.revenue)
    books.events.push({ kind: "granted", order, units: 1, brings_goods: false })
    books.add(saleOf(order))
    books.add(
      refundOf(order, {
        revenue: -worth,
        fees:
          worth === order.revenue
            ? negated(all)
            : mapFees(all, (amount, kind) => (left[kind] ?? 0) - amount),
        quantity: undefined,
      }),
      "second"
    )
  },
  lost_and_compensated: (books, order) => {
    order.status = "returned"
    const [{ price, quantity, discount }] = order.articles
    books.events.push({ kind: "received", order, units: quantity, lost: true })
    books.add(saleOf(order))
    books.add(refundOf(order))
    books.add({
      kind: "compensation",
      order_id: order.external_id,
      line_id: `74${order.external_id.slice(2)}`,
      settled_at: daysAfter(order.delivered_at, 14),
      adjustment: price * quantity - discount,
    })
  },
  cancelled_unpaid: (_, order) => {
    order.status = "cancelled_by_buyer"
  },
  taken_and_given_back: (books, order) => {
    order.status = "cancelled_by_buyer"
    books.add(saleOf(order))
    books.add(refundOf(order), "second")
  },
  // TikTok Shop's total holds taxes that only a column of their own tells from fees.
  totals_only: (books, order) =>
    books.add(saleOf(order), order.market === "tiki" ? "totals_only" : "first"),
}

/**
 * The order in two rows that add up to it, never equal ones: without an item, a quantity or
 * another day the second would be the first once more.
 */
function partsOf(order: SoldOrder) {
  const whole = saleOf(order)
  const part = (amount: number) => Math.trunc(amount * 0.6)
  const fees = whole.fees ?? {}
  const quantity = whole.quantity
  const one = saleOf(order, {
    item_ref: "SKU-0",
    revenue: part(order.revenue),
    fees: mapFees(fees, part),
    ...(quantity ? { quantity: part(quantity) } : {}),
  })
  const other = saleOf(order, {
    item_ref: "SKU-1",
    revenue: order.revenue - part(order.revenue),
    fees: mapFees(fees, (amount) => amount - part(amount)),
    ...(quantity ? { quantity: quantity - part(quantity) } : {}),
  })
  return [one, other]
}
