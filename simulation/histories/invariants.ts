import {
  EndArticle,
  EndOrder,
  EndSettlement,
  EndState,
  EndStatement,
  ListedOrder,
} from "./end-state"
import { MARKETPLACES } from "./event"

/** Something that may never be so, in a sentence. */
export type Broken = { invariant: Invariant; message: string }

const IMPORT_STATES = ["imported", "blocked", "ignored"]
/** States of Medusa orders that wait for their goods to leave. */
const WAITS = "pending"

/** What holds of every history once it has quieted down, whatever went wrong on the way. */
const INVARIANTS = {
  /** It is imported, parked with a reason, or ignored by a rule. */
  every_listed_order_is_accounted_for: ({ listed, orders }) => {
    const known = new Map(orders.map((order) => [keyOf(order), order]))
    return listed.flatMap((order) => missing(order, known.get(keyOf(order))))
  },
  every_order_stands_as_in_the_marketplaces_books: ({ listed, orders }) => {
    const known = new Map(orders.map((order) => [keyOf(order), order]))
    return listed.flatMap(({ raw_status, ...order }) => {
      const seen = known.get(keyOf(order))?.raw_status ?? raw_status
      return seen === raw_status
        ? []
        : [`${keyOf(order)} is ${raw_status} and was last seen as ${seen}`]
    })
  },
  medusa_orders_come_to_what_was_asked: ({ orders }) =>
    orders.flatMap((order) => {
      const { asked, total } = order
      return total === null || total === asked
        ? []
        : [`${keyOf(order)} comes to ${total} instead of ${asked}`]
    }),
  one_medusa_order_each: ({ orders, medusa_orders }) => {
    const imported = orders.filter(
      ({ import_state }) => import_state === "imported"
    )
    const wrong = orders.filter(
      ({ import_state, medusa_orders: made }) =>
        made !== (import_state === "imported" ? 1 : 0)
    )
    return [
      ...wrong.map(
        (order) =>
          `${keyOf(order)} is ${order.import_state} and has ${order.medusa_orders} Medusa orders`
      ),
      ...(medusa_orders === imported.length
        ? []
        : [
            `${medusa_orders} Medusa orders stand for ${imported.length} imported ones`,
          ]),
    ]
  },
  reserved_is_the_sum_of_open_lines: ({ orders, articles }) => [
    ...orders.flatMap(wrongReservations),
    ...articles.flatMap(wrongLevel),
  ],
  numbers_are_what_is_free: ({ articles }) => articles.flatMap(wrongNumbers),
  no_write_exceeds_what_was_free: ({ writes }) =>
    writes
      .filter(({ quantity, most }) => quantity > most)
      .map(
        ({ marketplace, seller_sku, quantity, most }) =>
          `${marketplace} was told ${quantity} of ${seller_sku} when ${most} were free`
      ),
  statement_lines_add_up: ({ statements, settlements }) => [
    ...statements.flatMap(wrongStatement),
    ...settlements.flatMap(wrongSettlement),
  ],
  nothing_is_left_undone: ({ undone }) => undone,
} satisfies Record<string, (state: EndState) => string[]>

export type Invariant =
  | keyof typeof INVARIANTS
  | "same_as_without_faults"
  /** It came to an error that nobody expected. */
  | "every_history_ends"
export const INVARIANT_NAMES = Object.keys(
  INVARIANTS
) as (keyof typeof INVARIANTS)[]

export function brokenInvariants(state: EndState): Broken[] {
  return INVARIANT_NAMES.flatMap((invariant) =>
    INVARIANTS[invariant](state).map((message) => ({ invariant, message }))
  )
}

export const keyOf = ({ marketplace, external_id }: ListedOrder) =>
  `${marketplace} order ${external_id}`

function missing(listed: ListedOrder, order: EndOrder | undefined): string[] {
  const name = keyOf(listed)
  if (!order) {
    return [`${name} is nowhere`]
  }
  const { import_state, import_rule, reasons, status } = order
  if (!IMPORT_STATES.includes(import_state)) {
    return [`${name} is ${import_state}`]
  }
  if (import_state === "blocked" && !reasons.length) {
    return [`${name} is parked and nobody knows why`]
  }
  if (import_state === "ignored" && !import_rule) {
    return [`${name} is ignored by no rule`]
  }
  return import_state === "imported" && status === null
    ? [`${name} is imported without a status`]
    : []
}

function wrongReservations(order: EndOrder): string[] {
  const { host_state, import_state, units, reserved } = order
  const holds =
    import_state === "blocked" ||
    (import_state === "imported" && host_state === WAITS)
  const skus = [...new Set([...Object.keys(units), ...Object.keys(reserved)])]
  return skus.flatMap((sku) => {
    const wanted = holds ? (units[sku] ?? 0) : 0
    const held = reserved[sku] ?? 0
    return held === wanted
      ? []
      : [
          `${keyOf(order)} (${order.status}, ${host_state}) holds ${held} of ${sku} instead of ${wanted}`,
        ]
  })
}

function wrongLevel(article: EndArticle): string[] {
  const { seller_sku, reserved, reserved_rows } = article
  const { for_orders, for_storefront, unseen, awaited } = article
  const parts = for_orders + for_storefront + unseen
  return [
    ...(reserved === reserved_rows
      ? []
      : [
          `${seller_sku} has ${reserved} reserved, but rows of ${reserved_rows}`,
        ]),
    ...(reserved_rows === parts
      ? []
      : [
          `${seller_sku} has rows of ${reserved_rows}, of which ${parts} are known`,
        ]),
    ...(unseen === awaited
      ? []
      : [
          `${seller_sku} has ${unseen} held for sales that no order stands for, and the marketplaces keep ${awaited}`,
        ]),
  ]
}

function wrongNumbers(article: EndArticle): string[] {
  const { seller_sku, stocked, reserved_rows, numbers } = article
  const free = Math.max(stocked - reserved_rows, 0)
  return MARKETPLACES.flatMap((marketplace) => {
    const { wanted, confirmed, shown, state } = numbers[marketplace]
    return shown === free && wanted === free
      ? []
      : [
          `${marketplace} shows ${shown} of ${seller_sku} (wanted ${wanted}, confirmed ${confirmed}, ${state}) and ${free} are free`,
        ]
  })
}

/** Every line is in a state, and the lines come to what the marketplace says. */
function wrongStatement(statement: EndStatement): string[] {
  const { marketplace, source, status, lines, stated_net } = statement
  const name = `a statement of ${marketplace} (${source}, ${status})`
  const stateless = lines.filter(({ state }) => state === null)
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  return [
    ...(status === "done" ? [] : [`${name} was not taken`]),
    ...stateless.map(
      ({ count }) => `${name} has ${count} lines without a state`
    ),
    ...(stated_net === null || stated_net === net
      ? []
      : [`${name} says ${stated_net} and its lines come to ${net}`]),
  ]
}

function wrongSettlement(settlement: EndSettlement): string[] {
  const { settled_net, lines_net, state, expected_net, findings } = settlement
  const name = `the settlement of ${keyOf(settlement)}`
  const differs = expected_net !== null && settled_net !== expected_net
  return [
    ...(settled_net === lines_net
      ? []
      : [`${name} says ${settled_net} and its lines come to ${lines_net}`]),
    ...(state === "matched" && differs && !findings.length
      ? [`${name} is matched with ${settled_net} instead of ${expected_net}`]
      : []),
  ]
}
