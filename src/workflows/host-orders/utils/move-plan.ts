import { derivedId } from "./derived-id"

/** A line as the order holds it now; quantities are units of the variant. */
export type OrderLineState = {
  id: string
  title: string
  sku: string
  quantity: number
  fulfilled: number
  shipped: number
  delivered: number
  /** Counted in stock, so it cannot go out without a reservation. */
  managed: boolean
}

/** A live reservation; `quantity` is in inventory units. */
export type LineReservation = {
  id: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  quantity: number
  /** Inventory units in one unit of the line's variant. */
  required_quantity: number
  title: string | null
  sku: string | null
}

export type OpenFulfillment = {
  id: string
  shipped: boolean
  delivered: boolean
}

export type OrderState = {
  id: string
  status: string
  lines: OrderLineState[]
  /** Those not canceled. */
  fulfillments: OpenFulfillment[]
  reservations: LineReservation[]
  /** Where lines without a reservation go out when the request does not say. */
  default_location_id: string | null
}

/** Dates are ISO 8601, UTC. */
export type MoveRequest = {
  order_id: string
  /** False: only what has been fulfilled already moves. */
  fulfil: boolean
  location_id: string | null
  tracking_numbers: string[]
  shipped_at: string
  delivered_at: string | null
  /** Units that have gone out in total, by line; null: all of every line. */
  targets: Record<string, number> | null
}

export type FulfillmentItemPlan = {
  line_item_id: string
  inventory_item_id: string | null
  /** Inventory units where there is an inventory item, units of the line elsewhere. */
  quantity: number
  title: string
  sku: string
}

/**
 * What is to be done for one order besides its order change. It is stored with the
 * pending change before anything else happens, so that it can be finished after a crash.
 */
export type MovePlan = {
  fulfillments: {
    id: string
    location_id: string
    items: FulfillmentItemPlan[]
  }[]
  /** Fulfilments made earlier (by staff, or shipped before) that get their dates now. */
  dated: string[]
  tracking_numbers: string[]
  shipped_at: string
  delivered_at: string | null
}

export type MoveAction = {
  action: "FULFILL_ITEM" | "SHIP_ITEM" | "DELIVER_ITEM"
  line_item_id: string
  fulfillment_id: string
  quantity: number
}

export type Move =
  | { kind: "unchanged" }
  | { kind: "refused"; message: string }
  | { kind: "move"; change_id: string; actions: MoveAction[]; plan: MovePlan }

/** Begins the ids of the order changes made here. */
export const MOVE_PREFIX = "ordch_mpmove"

/** Begins the ids of the fulfilments made here, so that those of staff can be told from them. */
export const FULFILLMENT_PREFIX = "ful_mpmove"

type LineMove = {
  line: OrderLineState
  fulfil: number
  ship: number
  deliver: number
}

function lineMove(line: OrderLineState, request: MoveRequest): LineMove {
  const target = !request.fulfil
    ? line.fulfilled
    : request.targets
      ? (request.targets[line.id] ?? line.fulfilled)
      : line.quantity
  const fulfilled = Math.max(line.fulfilled, Math.min(target, line.quantity))
  return {
    line,
    fulfil: fulfilled - line.fulfilled,
    ship: Math.max(0, fulfilled - line.shipped),
    deliver: request.delivered_at ? Math.max(0, fulfilled - line.delivered) : 0,
  }
}

/** The whole reservation when the line's last units go out, else its share. */
function unitsTaken(move: LineMove, reservation: LineReservation): number {
  const last = move.line.fulfilled + move.fulfil === move.line.quantity
  return last
    ? reservation.quantity
    : Math.min(
        reservation.quantity,
        move.fulfil * reservation.required_quantity
      )
}

function itemsOf(
  move: LineMove,
  reservations: LineReservation[]
): FulfillmentItemPlan[] {
  const { line } = move
  if (!reservations.length) {
    return [
      {
        line_item_id: line.id,
        inventory_item_id: null,
        quantity: move.fulfil,
        title: line.title,
        sku: line.sku,
      },
    ]
  }
  return reservations.map((reservation) => ({
    line_item_id: line.id,
    inventory_item_id: reservation.inventory_item_id,
    quantity: unitsTaken(move, reservation),
    title: reservation.title || line.title,
    sku: reservation.sku || line.sku,
  }))
}

function refusal(
  order: OrderState,
  request: MoveRequest,
  moves: LineMove[]
): string | null {
  if (order.status === "canceled" || order.status === "draft") {
    return `Order ${order.id} is ${order.status}`
  }
  if (!request.fulfil && !order.lines.some((line) => line.fulfilled > 0)) {
    return `Nothing of order ${order.id} has been shipped`
  }
  const reserved = new Set(
    order.reservations.map(({ line_item_id }) => line_item_id)
  )
  const bare = moves.find(
    ({ line, fulfil }) => fulfil > 0 && line.managed && !reserved.has(line.id)
  )
  return bare
    ? `No stock reservation found for item ${bare.line.id} - ${bare.line.title}`
    : null
}

/**
 * What one order needs to get from where it stands to where the request wants it:
 * fulfilments by the location of the reservations, and one list of actions.
 * @param change_id fresh, beginning with `MOVE_PREFIX`.
 */
export function planMove(
  order: OrderState,
  request: MoveRequest,
  change_id: string
): Move {
  const moves = order.lines.map((line) => lineMove(line, request))
  const message = refusal(order, request, moves)
  if (message) {
    return { kind: "refused", message }
  }
  const busy = moves.filter(
    ({ fulfil, ship, deliver }) => fulfil + ship + deliver > 0
  )
  const dated = order.fulfillments
    .filter(
      ({ shipped, delivered }) =>
        !shipped || (request.delivered_at !== null && !delivered)
    )
    .map(({ id }) => id)
  if (!busy.length && !dated.length) {
    return { kind: "unchanged" }
  }

  const reservationsOf = (line_item_id: string) =>
    order.reservations.filter((row) => row.line_item_id === line_item_id)
  const fallback =
    request.location_id ??
    order.reservations[0]?.location_id ??
    order.default_location_id
  const places = new Map<string, LineMove[]>()
  for (const move of busy.filter(({ fulfil }) => fulfil > 0)) {
    const place = reservationsOf(move.line.id)[0]?.location_id ?? fallback
    if (!place) {
      return {
        kind: "refused",
        message: `No stock location is known for order ${order.id}`,
      }
    }
    places.set(place, [...(places.get(place) ?? []), move])
  }
  const fulfillments = [...places].map(([location_id, group], index) => ({
    id: derivedId(FULFILLMENT_PREFIX, change_id, String(index)),
    location_id,
    group,
  }))

  const newIdOf = new Map(
    fulfillments.flatMap(({ id, group }) =>
      group.map(({ line }) => [line.id, id])
    )
  )
  const earlier = dated[0] ?? order.fulfillments[0]?.id ?? ""
  const act = (
    action: MoveAction["action"],
    quantityOf: (move: LineMove) => number
  ): MoveAction[] =>
    busy
      .filter((move) => quantityOf(move) > 0)
      .map((move) => ({
        action,
        line_item_id: move.line.id,
        fulfillment_id: newIdOf.get(move.line.id) ?? earlier,
        quantity: quantityOf(move),
      }))

  return {
    kind: "move",
    change_id,
    actions: [
      ...act("FULFILL_ITEM", ({ fulfil }) => fulfil),
      ...act("SHIP_ITEM", ({ ship }) => ship),
      ...act("DELIVER_ITEM", ({ deliver }) => deliver),
    ],
    plan: {
      fulfillments: fulfillments.map(({ id, location_id, group }) => ({
        id,
        location_id,
        items: group.flatMap((move) =>
          itemsOf(move, reservationsOf(move.line.id))
        ),
      })),
      dated,
      tracking_numbers: request.tracking_numbers,
      shipped_at: request.shipped_at,
      delivered_at: request.delivered_at,
    },
  }
}
