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
    ...(hasLeftToReturn(order) && {
      host_state: "out",
      medusa_status: "out",
      paid: null,
    }),
  })),
  articles: articles.map(({ numbers, ...article }) => ({
    ...article,
    shown: {
      "tiktok-shop": numbers["tiktok-shop"].shown,
      tiki: numbers.tiki.shown,
    },
  })),
})

const hasLeftToReturn = ({ status, host_state }: EndOrder) =>
  (status === "returning" || status === "returned") &&
  ["shipped", "delivered", "completed"].includes(host_state)

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
