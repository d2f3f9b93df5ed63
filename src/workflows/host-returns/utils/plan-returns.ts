import { derivedId } from "../../host-orders/utils/derived-id"
import { DoneUnits, HostReceipt, LineUnits, ReceivedUnits } from "../types"
import { GroupedLine, groupLines } from "./group-lines"

/** A line of an order, as its returns look at it; quantities are units of the variant. */
export type ReturnLineState = GroupedLine & {
  quantity: number
  fulfilled: number
  /** Received or dismissed by any return. */
  returned: number
}

/** A return that still waits for goods. */
export type OpenReturn = {
  id: string
  /** Made by this plugin; only those are ever closed by it. */
  ours: boolean
  location_id: string | null
  items: { line_item_id: string; open: number }[]
}

export type OrderReturnState = {
  id: string
  lines: ReturnLineState[]
  /** Oldest first. */
  open: OpenReturn[]
  /** How many returns the order has, of any state. */
  return_count: number
  /** What receipts have put into returns so far. */
  applied: (ReceivedUnits & { receipt_id: string })[]
}

export type NewReturn = {
  id: string
  location_id: string | null
  items: LineUnits[]
}

export type ReturnUnits = { return_id: string; items: LineUnits[] }

export type ReturnReceive = {
  return_id: string
  location_id: string | null
  items: ReceivedUnits[]
}

/** What receiving one receipt takes; refused when more came back than went out. */
export type ReceivePlan =
  | { kind: "refused"; message: string }
  | {
      kind: "receive"
      /** Returns to be made first. */
      requests: NewReturn[]
      receives: ReturnReceive[]
      found_received: LineUnits[]
    }

/**
 * The returns that are missing so that exactly these units are waited for; units that never
 * went out, or are back, are left out. The ids follow from how many returns the order has:
 * a replay finds those that were made.
 */
export function planRequests(
  order: OrderReturnState,
  expected: LineUnits[]
): NewReturn[] {
  const missing = order.lines.flatMap((line) => {
    const open = openUnits(order, line.id)
    const wanted = Math.min(
      unitsOfLine(expected, line.id),
      line.fulfilled - line.returned
    )
    return wanted > open ? { ...line, units: wanted - open } : []
  })
  return groupLines(missing).map((lines, index) => ({
    id: derivedId("return", order.id, String(order.return_count + index)),
    location_id: lines[0].location_id,
    items: lines.map(({ id, units }) => ({ line_item_id: id, units })),
  }))
}

/** What our returns wait for in vain, newest return first. */
export function planClosing(
  order: OrderReturnState,
  expected: LineUnits[]
): ReturnUnits[] {
  const surplus = new Map(
    order.lines.map(({ id }) => [
      id,
      Math.max(0, openUnits(order, id) - unitsOfLine(expected, id)),
    ])
  )
  const ours = order.open.filter((one) => one.ours)
  return ours.reverse().flatMap(({ id, items }) => {
    const closed = items.flatMap(({ line_item_id, open }) => {
      const units = Math.min(open, surplus.get(line_item_id) ?? 0)
      surplus.set(line_item_id, (surplus.get(line_item_id) ?? 0) - units)
      return units > 0 ? { line_item_id, units } : []
    })
    return closed.length ? { return_id: id, items: closed } : []
  })
}

/**
 * Spreads a receipt over the returns that wait for its units, ours first; what nobody asked
 * for gets a return of its own. Units that an earlier run put into a return, and units that
 * somebody received in Medusa by hand, are left out.
 * @param done units of receipts that are done.
 */
export function planReceive(
  order: OrderReturnState,
  receipt: Pick<HostReceipt, "receipt_id" | "lines">,
  done: DoneUnits[]
): ReceivePlan {
  const found_received: LineUnits[] = []
  const rest: ReceivedUnits[] = []
  for (const { line_item_id, good, damaged } of receipt.lines) {
    const line = order.lines.find(({ id }) => id === line_item_id)
    const applied = appliedUnits(order, receipt.receipt_id, line_item_id)
    const left = {
      line_item_id,
      good: Math.max(0, good - applied.good),
      damaged: Math.max(0, damaged - applied.damaged),
    }
    const found = Math.min(
      left.good + left.damaged,
      unknownUnits(order, line, done)
    )
    if (found > 0) {
      found_received.push({ line_item_id, units: found })
    }
    const without = withoutUnits(left, found)
    if (without.good + without.damaged > 0) {
      rest.push(without)
    }
  }
  const requests = planRequests(order, openOrNeeded(order, rest))
  const places = [
    ...[...order.open].sort((a, b) => Number(b.ours) - Number(a.ours)),
    ...requests.map((made) => ({
      ...made,
      items: made.items.map(({ line_item_id, units }) => ({
        line_item_id,
        open: units,
      })),
    })),
  ]
  const receives = spread(places, rest)
  const taken = sumOf(receives.flatMap(({ items }) => items))
  return taken < sumOf(rest)
    ? {
        kind: "refused",
        message: `More units came back than order ${order.id} shipped and has not got back yet`,
      }
    : { kind: "receive", requests, receives, found_received }
}

/** Each line's units that returns have to wait for, so that the rest finds a place. */
function openOrNeeded(
  order: OrderReturnState,
  rest: ReceivedUnits[]
): LineUnits[] {
  return order.lines.map(({ id }) => ({
    line_item_id: id,
    units: Math.max(
      openUnits(order, id),
      rest
        .filter(({ line_item_id }) => line_item_id === id)
        .reduce((sum, { good, damaged }) => sum + good + damaged, 0)
    ),
  }))
}

function spread(places: Omit<OpenReturn, "ours">[], rest: ReceivedUnits[]) {
  const left = new Map(
    rest.map((units): [string, ReceivedUnits] => [
      units.line_item_id,
      { ...units },
    ])
  )
  return places.flatMap(({ id, location_id, items }): ReturnReceive[] => {
    const received = items.flatMap(({ line_item_id, open }) => {
      const units = left.get(line_item_id)
      const good = Math.min(units?.good ?? 0, open)
      const damaged = Math.min(units?.damaged ?? 0, open - good)
      if (!units || good + damaged === 0) {
        return []
      }
      units.good -= good
      units.damaged -= damaged
      return { line_item_id, good, damaged }
    })
    return received.length
      ? [{ return_id: id, location_id, items: received }]
      : []
  })
}

/** Units that Medusa got back without any receipt of ours. */
function unknownUnits(
  { applied }: OrderReturnState,
  line: ReturnLineState | undefined,
  done: DoneUnits[]
): number {
  if (!line) {
    return 0
  }
  const over = new Set(done.map(({ receipt_id }) => receipt_id))
  const begun = applied.filter(
    (one) => one.line_item_id === line.id && !over.has(one.receipt_id)
  )
  const known = unitsOfLine(done, line.id) + sumOf(begun)
  return Math.max(0, line.returned - known)
}

function appliedUnits(
  { applied }: OrderReturnState,
  receipt_id: string,
  line_item_id: string
): { good: number; damaged: number } {
  const own = applied.filter(
    (one) => one.receipt_id === receipt_id && one.line_item_id === line_item_id
  )
  return {
    good: own.reduce((sum, { good }) => sum + good, 0),
    damaged: own.reduce((sum, { damaged }) => sum + damaged, 0),
  }
}

function withoutUnits(units: ReceivedUnits, taken: number): ReceivedUnits {
  const good = Math.min(units.good, taken)
  return {
    ...units,
    good: units.good - good,
    damaged: units.damaged - (taken - good),
  }
}

function openUnits({ open }: OrderReturnState, line_item_id: string): number {
  return open
    .flatMap(({ items }) => items)
    .filter((item) => item.line_item_id === line_item_id)
    .reduce((sum, item) => sum + item.open, 0)
}

function unitsOfLine(lines: LineUnits[], line_item_id: string): number {
  return lines
    .filter((line) => line.line_item_id === line_item_id)
    .reduce((sum, { units }) => sum + units, 0)
}

function sumOf(lines: ReceivedUnits[]): number {
  return lines.reduce((sum, { good, damaged }) => sum + good + damaged, 0)
}
