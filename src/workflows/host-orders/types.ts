import { DraftReservation, OrderDraft } from "../../domain/orders/order-draft"

/** An order that stayed as it was, and why; `message` is Medusa's own where it gave one. */
export type RefusedOrder = { order_id: string; message: string }

export type CreateHostOrdersInput = { drafts: OrderDraft[] }

/**
 * Every draft is in exactly one list. A refused one may have left an order
 * without its reservations or payment; replaying the draft completes it.
 */
export type CreateHostOrdersResult = {
  /** Order ids made by this run. */
  created: string[]
  /** Order ids that were there; whatever they lacked has been added. */
  existing: string[]
  refused: { channel_order_id: string; message: string }[]
}

export type ReserveUnitsInput = { reservations: DraftReservation[] }

export type ReserveUnitsResult = {
  created: string[]
  /** Ids that are taken, by a live or by a released reservation. */
  existing: string[]
  /** Those of a released one, under which nothing is kept. */
  spent: string[]
  refused: { id: string; line_item_id: string; message: string }[]
}

/** Reservations to give back: those with these ids and those of these lines. */
export type ReleaseUnitsInput = {
  reservation_ids?: string[]
  line_item_ids?: string[]
}

export type ReleaseUnitsResult = { released: string[] }

export type CancelHostOrdersInput = {
  order_ids: string[]
  /** Id of the user who asked for it, for the refunds. */
  canceled_by?: string
}

export type CancelHostOrdersResult = {
  canceled: string[]
  /** Canceled before. */
  unchanged: string[]
  refused: RefusedOrder[]
}

/** Units of one line that have gone out so far, in all parcels together. */
export type ShippedUnits = { id: string; quantity: number }

/** Dates may also be ISO 8601 text, the form in which a workflow hands them on. */
export type ShipHostOrder = {
  order_id: string
  /** Where lines without a reservation go out; the reservations' own locations win. */
  location_id?: string
  tracking_numbers?: string[]
  /** Default: the moment of the run. */
  shipped_at?: Date | string | null
  /** Delivers as well. */
  delivered_at?: Date | string | null
  /** Default: every unit of every line. Lines left out stay. */
  items?: ShippedUnits[]
}

export type ShipHostOrdersInput = { orders: ShipHostOrder[] }

export type DeliverHostOrdersInput = {
  orders: { order_id: string; delivered_at: Date | string }[]
}

export type MoveHostOrdersResult = {
  moved: string[]
  /** Already there. */
  unchanged: string[]
  refused: RefusedOrder[]
}

export type CompleteHostOrdersInput = {
  order_ids: string[]
  /** When the carrier collected; default: the delivery's date, else the moment of the run. */
  captured_at?: Date | string
  /** Orders whose cash on delivery stays unpaid for now. */
  keep_unpaid?: string[]
}

/** An unpaid collection of an order; others that it has are left alone. */
export type CaptureHostPayment = {
  order_id: string
  collection_id: string
  /** Default: the delivery's date, else the moment of the run. */
  captured_at?: Date | string
}

/** One of each order. */
export type CaptureHostPaymentsInput = { payments: CaptureHostPayment[] }

export type CaptureHostPaymentsResult = {
  /** Also those that were captured at the same moment before. Major unit. */
  captured: { order_id: string; amount: number; currency_code: string }[]
  /** Nothing to capture: canceled, prepaid, or captured otherwise. */
  unchanged: string[]
  refused: RefusedOrder[]
}

export type CompleteHostOrdersResult = {
  completed: string[]
  unchanged: string[]
  refused: RefusedOrder[]
}

export type RestoreHostOrdersInput = { order_ids: string[] }

export type RestoreHostOrdersResult = {
  restored: string[]
  /** Not canceled. */
  unchanged: string[]
  refused: RefusedOrder[]
}

/** Drafts of existing orders, as they are planned now; lines they lack are cancelled whole. */
export type ReduceHostOrdersInput = { drafts: OrderDraft[] }

export type ReduceHostOrdersResult = {
  /** Orders that had more units than their draft. */
  reduced: string[]
  /** With an open order change, or with more units fulfilled by hand than are left. */
  refused: RefusedOrder[]
}
