import { Random } from "../../../sandbox/shared/random"
import { Books } from "./books"
import { settleCleanly } from "./clean-orders"
import { ORDER_ERRORS } from "./order-errors"
import { ROW_ERRORS } from "./row-errors"
import { Market, sellOrders, SoldOrder } from "./sold-order"

/** Orders of each kind of error, for each marketplace. */
const OF_EACH = 5

export type Ground = { books: Books; orders: SoldOrder[] }

/** Orders of one marketplace and the statements of them, most of them right. */
export function plant(
  market: Market,
  count: number,
  seed: number,
  now: Date
): Ground {
  const random = new Random(seed)
  const orders = sellOrders(market, count, random, now)
  const books = new Books(market)
  const kinds = [...ORDER_ERRORS, ...ROW_ERRORS].filter(
    ({ only }) => only === undefined || only === market
  )
  const errors = kinds.flatMap((kind) => Array(OF_EACH).fill(kind))
  const rest = random.shuffled(orders)
  for (const { kind, plant: plantOne } of errors as typeof kinds) {
    const order = rest.pop()
    if (order) {
      plantOne(books, order, kind)
    }
  }
  for (const order of rest) {
    settleCleanly(books, order, random)
  }
  const repeated = new Set(
    books.planted.flatMap((one) => ("line" in one ? [one.line] : []))
  )
  for (const lines of Object.values(books.files)) {
    // Which of two equal rows counts is decided by their place: the repeated one comes last.
    const mixed = random.shuffled(lines)
    lines.splice(
      0,
      lines.length,
      ...mixed.filter((line) => !repeated.has(line)),
      ...mixed.filter((line) => repeated.has(line))
    )
  }
  return { books, orders }
}
