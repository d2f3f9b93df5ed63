import * as fc from "fast-check"
import { DoneUnits, LineUnits, ReceivedUnits } from "../../types"
import { groupLines } from "../group-lines"
import {
  NewReturn,
  OrderReturnState,
  planClosing,
  planReceive,
  planRequests,
  ReturnLineState,
} from "../plan-returns"

const ITEMS = ["shirt", "mug", "bowl"]

const lineState = fc.record({
  variant_id: fc.constantFrom("v1", "v2", "v3"),
  location_id: fc.constantFrom("hanoi", "saigon"),
  parts: fc.uniqueArray(
    fc.record({
      inventory_item_id: fc.constantFrom(...ITEMS),
      required_quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 2, selector: ({ inventory_item_id }) => inventory_item_id }
  ),
  fulfilled: fc.nat(4),
})

/** An order that has been shipped and of which nothing is back. */
const shipped = fc
  .array(lineState, { minLength: 1, maxLength: 4 })
  .map((lines): OrderReturnState => ({
    id: "order_1",
    lines: lines.map((line, index): ReturnLineState => ({
      ...line,
      id: `l${index}`,
      quantity: line.fulfilled,
      returned: 0,
    })),
    open: [],
    return_count: 0,
    applied: [],
  }))

const expectation = fc.array(fc.nat(5), { minLength: 4, maxLength: 4 })

const wanted = (order: OrderReturnState, units: number[]): LineUnits[] =>
  order.lines.map(({ id }, index) => ({
    line_item_id: id,
    units: units[index],
  }))

/** What making and closing returns does to an order. */
function follow(order: OrderReturnState, expected: LineUnits[]) {
  const closing = planClosing(order, expected)
  const requests = planRequests(order, expected)
  return {
    changes: closing.length + requests.length,
    order: requests.reduce(withReturn, withoutUnits(order, closing)),
  }
}

function withReturn(order: OrderReturnState, made: NewReturn) {
  return {
    ...order,
    return_count: order.return_count + 1,
    open: [
      ...order.open,
      {
        id: made.id,
        ours: true,
        location_id: made.location_id,
        items: made.items.map(({ line_item_id, units }) => ({
          line_item_id,
          open: units,
        })),
      },
    ],
  }
}

function withoutUnits(
  order: OrderReturnState,
  closing: ReturnType<typeof planClosing>
): OrderReturnState {
  return {
    ...order,
    open: order.open.map((one) => ({
      ...one,
      items: one.items.map((item) => ({
        ...item,
        open:
          item.open -
          closing
            .filter(({ return_id }) => return_id === one.id)
            .flatMap(({ items }) => items)
            .filter(({ line_item_id }) => line_item_id === item.line_item_id)
            .reduce((sum, { units }) => sum + units, 0),
      })),
    })),
  }
}

/** Receives as Medusa does; stops before the receive numbered `crash_at`. */
function receive(
  order: OrderReturnState,
  receipt: { receipt_id: string; lines: ReceivedUnits[] },
  done: DoneUnits[],
  crash_at = Infinity
): { order: OrderReturnState; crashed: boolean; refused: boolean } {
  const plan = planReceive(order, receipt, done)
  if (plan.kind === "refused") {
    return { order, crashed: false, refused: true }
  }
  let now = plan.requests.reduce(withReturn, order)
  for (const [index, { return_id, items }] of plan.receives.entries()) {
    if (index === crash_at) {
      return { order: now, crashed: true, refused: false }
    }
    const unitsOf = (line: string) =>
      items
        .filter(({ line_item_id }) => line_item_id === line)
        .reduce((sum, { good, damaged }) => sum + good + damaged, 0)
    now = {
      ...now,
      lines: now.lines.map((line) => ({
        ...line,
        returned: line.returned + unitsOf(line.id),
      })),
      open: now.open.map((one) =>
        one.id === return_id
          ? {
              ...one,
              items: one.items.map((item) => ({
                ...item,
                open: item.open - unitsOf(item.line_item_id),
              })),
            }
          : one
      ),
      applied: [
        ...now.applied,
        ...items.map((item) => ({ ...item, receipt_id: receipt.receipt_id })),
      ],
    }
  }
  return { order: now, crashed: false, refused: false }
}

const openOf = (order: OrderReturnState, line: string) =>
  order.open
    .flatMap(({ items }) => items)
    .filter(({ line_item_id }) => line_item_id === line)
    .reduce((sum, { open }) => sum + open, 0)

describe("lines in one return", () => {
  it("leave from one place, and no two variants share an inventory item", () => {
    fc.assert(
      fc.property(shipped, ({ lines }) => {
        const groups = groupLines(lines)
        expect(groups.flat()).toHaveLength(lines.length)
        for (const group of groups) {
          expect(
            new Set(group.map(({ location_id }) => location_id)).size
          ).toBe(1)
          for (const item of ITEMS) {
            const variants = group
              .filter(({ parts }) =>
                parts.some(
                  ({ inventory_item_id }) => inventory_item_id === item
                )
              )
              .map(({ variant_id }) => variant_id)
            expect(new Set(variants).size).toBeLessThanOrEqual(1)
          }
        }
      })
    )
  })
})

describe("returns that are asked for", () => {
  it("wait for exactly what is expected and went out, whatever was expected before", () => {
    fc.assert(
      fc.property(
        shipped,
        fc.array(expectation, { minLength: 1, maxLength: 4 }),
        (start, history) => {
          const end = history.reduce(
            (order, units) => follow(order, wanted(order, units)).order,
            start
          )
          const last = history[history.length - 1]
          end.lines.forEach(({ id, fulfilled }, index) =>
            expect(openOf(end, id)).toBe(Math.min(last[index], fulfilled))
          )
          expect(follow(end, wanted(end, last)).changes).toBe(0)
          const ids = end.open.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
        }
      )
    )
  })

  it("are never closed when somebody else made them", () => {
    fc.assert(
      fc.property(shipped, expectation, (start, units) => {
        const { order } = follow(start, wanted(start, units))
        const theirs = {
          ...order,
          open: order.open.map((one) => ({ ...one, ours: false })),
        }
        expect(planClosing(theirs, [])).toEqual([])
      })
    )
  })
})

describe("a receipt", () => {
  const counts = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), {
    minLength: 4,
    maxLength: 4,
  })
  const receiptOf = (
    order: OrderReturnState,
    receipt_id: string,
    units: [number, number][]
  ) => ({
    receipt_id,
    lines: order.lines.map(({ id }, index) => ({
      line_item_id: id,
      good: units[index][0],
      damaged: units[index][1],
    })),
  })

  it("is taken whole when that much is out, else not at all; a crash anywhere changes nothing", () => {
    fc.assert(
      fc.property(
        shipped,
        expectation,
        fc.array(counts, { minLength: 1, maxLength: 3 }),
        fc.nat(3),
        (start, units, receipts, crash_at) => {
          let order = follow(start, wanted(start, units)).order
          const done: DoneUnits[] = []
          receipts.forEach((count, index) => {
            const receipt = receiptOf(order, `r${index}`, count)
            const before = order
            const first = receive(order, receipt, done, crash_at)
            const again = receive(first.order, receipt, done)
            expect(again.refused).toBe(first.refused)
            order = again.order
            const whole = receipt.lines.every(
              ({ line_item_id, good, damaged }) => {
                const line = before.lines.find(({ id }) => id === line_item_id)
                return (
                  good + damaged <=
                  (line?.fulfilled ?? 0) - (line?.returned ?? 0)
                )
              }
            )
            expect(first.refused).toBe(!whole)
            for (const { line_item_id, good, damaged } of receipt.lines) {
              const now = order.applied.filter(
                (one) =>
                  one.receipt_id === receipt.receipt_id &&
                  one.line_item_id === line_item_id
              )
              const sum = (of: "good" | "damaged") =>
                now.reduce((total, one) => total + one[of], 0)
              expect([sum("good"), sum("damaged")]).toEqual(
                whole ? [good, damaged] : [0, 0]
              )
              if (whole) {
                done.push({
                  receipt_id: receipt.receipt_id,
                  line_item_id,
                  units: good + damaged,
                })
              }
            }
            expect(
              order.open.every(({ items }) =>
                items.every(({ open }) => open >= 0)
              )
            ).toBe(true)
          })
        }
      )
    )
  })

  it("finds what was received by hand, and receives only the rest", () => {
    const line: ReturnLineState = {
      id: "l0",
      variant_id: "v1",
      location_id: "hanoi",
      parts: [],
      quantity: 3,
      fulfilled: 3,
      returned: 2,
    }
    const order: OrderReturnState = {
      id: "order_1",
      lines: [line],
      open: [],
      return_count: 1,
      applied: [],
    }
    const receipt = {
      receipt_id: "r1",
      lines: [{ line_item_id: "l0", good: 2, damaged: 1 }],
    }
    expect(planReceive(order, receipt, [])).toMatchObject({
      found_received: [{ line_item_id: "l0", units: 2 }],
      receives: [{ items: [{ line_item_id: "l0", good: 0, damaged: 1 }] }],
    })
    const earlier = [{ receipt_id: "r0", line_item_id: "l0", units: 2 }]
    expect(
      planReceive(
        order,
        {
          receipt_id: "r1",
          lines: [{ line_item_id: "l0", good: 1, damaged: 0 }],
        },
        earlier
      )
    ).toMatchObject({
      found_received: [],
      receives: [{ items: [{ line_item_id: "l0", good: 1, damaged: 0 }] }],
    })
  })
})
