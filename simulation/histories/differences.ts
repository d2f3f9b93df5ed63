import { EndOrder, EndState } from "./end-state"
import { Broken } from "./invariants"

/** How many are told; one cause has many. */
const MOST = 12

/**
 * What depends on when things were seen, and may: the rule by which an order was brought in,
 * whether what an order that is none of the shop's is made of was linked when it was read, whether
 * an order that comes back was seen before the buyer asked for that, as Medusa knows no way back
 * from completed, and whether a number had to be written to be what it is.
 */
const unseenWay = ({ orders, articles }: EndState) => ({
  orders: orders.map((order) => ({
    ...order,
    import_rule: order.import_state === "ignored" ? order.import_rule : null,
    units: order.import_state === "ignored" ? null : order.units,
    ...(comesBack(order) && AWAY),
  })),
  articles: articles.map(({ numbers, ...article }) => {
    const away = unitsComingBack(orders, article.seller_sku)
    return {
      ...article,
      stocked: article.stocked - away,
      reserved: article.reserved - away,
      reserved_rows: article.reserved_rows - away,
      for_orders: article.for_orders - away,
      shown: {
        "tiktok-shop": numbers["tiktok-shop"].shown,
        tiki: numbers.tiki.shown,
      },
    }
  }),
})

const OUT = ["shipped", "delivered", "completed"]

/** An order whose goods have left the house. */
const AWAY = {
  host_state: "out",
  medusa_status: "out",
  paid: null,
  reserved: {},
}

/** Its goods have left the count, or do so only at a success that was not seen. */
const comesBack = ({ status, host_state, deduct_stock_on }: EndOrder) =>
  (status === "returning" || status === "returned") &&
  (OUT.includes(host_state) ||
    (host_state === "pending" && deduct_stock_on === "succeeded"))

/** Units that are still counted and kept for orders that come back. */
const unitsComingBack = (orders: EndOrder[], seller_sku: string) =>
  orders
    .filter(comesBack)
    .reduce((sum, { reserved }) => sum + (reserved[seller_sku] ?? 0), 0)

/** Wherein a history with faults ended otherwise than the same history without them. */
export function differences(faulty: EndState, clean: EndState): Broken[] {
  const of = (state: EndState) => {
    const { orders, articles } = unseenWay(state)
    return {
      orders: byKey(orders, (one) => one.external_id),
      articles: byKey(articles, (one) => one.seller_sku),
      statements: state.statements,
      settlements: byKey(state.settlements, (one) => one.external_id),
    }
  }
  return compare("", of(faulty), of(clean))
    .slice(0, MOST)
    .map((message) => ({ invariant: "same_as_without_faults", message }))
}

function byKey<T>(list: T[], key: (one: T) => string): Record<string, T> {
  return Object.fromEntries(list.map((one) => [key(one), one]))
}

function compare(path: string, faulty: unknown, clean: unknown): string[] {
  if (isObject(faulty) && isObject(clean)) {
    const keys = [...new Set([...Object.keys(clean), ...Object.keys(faulty)])]
    return keys.flatMap((key) =>
      compare(path ? `${path}.${key}` : key, faulty[key], clean[key])
    )
  }
  return faulty === clean
    ? []
    : [
        `${path} is ${JSON.stringify(faulty)} instead of ${JSON.stringify(clean)}`,
      ]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
