import fc from "fast-check"
import { MoveRequest, OrderState, planMove } from "../move-plan"

const request = (overrides: Partial<MoveRequest> = {}): MoveRequest => ({
  order_id: "order_1",
  fulfil: true,
  location_id: null,
  tracking_numbers: [],
  shipped_at: "2026-03-01T00:00:00.000Z",
  delivered_at: null,
  targets: null,
  ...overrides,
})

const quantities = fc
  .tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5))
  .map((four) => {
    const [delivered, shipped, fulfilled, quantity] = [...four].sort(
      (a, b) => a - b
    )
    return { delivered, shipped, fulfilled, quantity: quantity + 1 }
  })

const orders = fc
  .array(fc.tuple(quantities, fc.integer({ min: 1, max: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines): OrderState => ({
    id: "order_1",
    status: "pending",
    lines: lines.map(([line, _required, managed], index) => ({
      ...line,
      id: `line_${index}`,
      title: "t",
      sku: "s",
      managed,
    })),
    fulfillments: lines.some(([line]) => line.fulfilled > 0)
      ? [{ id: "ful_0", shipped: false, delivered: false }]
      : [],
    reservations: lines.flatMap(([line, required, managed], index) =>
      managed && line.quantity > line.fulfilled
        ? [
            {
              id: `res_${index}`,
              line_item_id: `line_${index}`,
              inventory_item_id: `item_${index}`,
              location_id: `loc_${index % 2}`,
              quantity: (line.quantity - line.fulfilled) * required,
              required_quantity: required,
              title: null,
              sku: null,
            },
          ]
        : []
    ),
    default_location_id: "loc_9",
  }))

/** The order after its change and its stock effect, as Medusa would leave it. */
function apply(order: OrderState, move: ReturnType<typeof planMove>) {
  if (move.kind !== "move") {
    return order
  }
  const sum = (action: string, id: string) =>
    move.actions
      .filter((one) => one.action === action && one.line_item_id === id)
      .reduce((total, { quantity }) => total + quantity, 0)
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      fulfilled: line.fulfilled + sum("FULFILL_ITEM", line.id),
      shipped: line.shipped + sum("SHIP_ITEM", line.id),
      delivered: line.delivered + sum("DELIVER_ITEM", line.id),
    })),
    fulfillments: [...order.fulfillments, ...move.plan.fulfillments].map(
      ({ id }) => ({
        id,
        shipped: true,
        delivered: move.plan.delivered_at !== null,
      })
    ),
    reservations: order.reservations
      .map((reservation) => ({
        ...reservation,
        quantity:
          reservation.quantity -
          move.plan.fulfillments
            .flatMap(({ items }) => items)
            .filter(
              (item) =>
                item.line_item_id === reservation.line_item_id &&
                item.inventory_item_id === reservation.inventory_item_id
            )
            .reduce((total, { quantity }) => total + quantity, 0),
      }))
      .filter(({ quantity }) => quantity > 0),
  }
}

describe("planMove", () => {
  it("brings every order to its end, once", () => {
    fc.assert(
      fc.property(orders, fc.boolean(), (order, deliver) => {
        const asked = request({
          delivered_at: deliver ? "2026-03-02T00:00:00.000Z" : null,
        })
        const after = apply(order, planMove(order, asked, "ordch_mpmove_1"))
        for (const line of after.lines) {
          expect(line.fulfilled).toBe(line.quantity)
          expect(line.shipped).toBe(line.quantity)
          if (deliver) {
            expect(line.delivered).toBe(line.quantity)
          }
        }
        expect(after.reservations).toEqual([])
        expect(planMove(after, asked, "ordch_mpmove_2")).toEqual({
          kind: "unchanged",
        })
      })
    )
  })

  it("never takes more than is reserved nor ships more than is asked", () => {
    fc.assert(
      fc.property(orders, fc.nat(6), (order, target) => {
        const targets = Object.fromEntries(
          order.lines.map(({ id }) => [id, target])
        )
        const asked = request({ targets })
        const after = apply(order, planMove(order, asked, "ordch_mpmove_1"))
        after.lines.forEach((line, index) => {
          const before = order.lines[index]
          expect(line.fulfilled).toBe(
            Math.max(before.fulfilled, Math.min(target, before.quantity))
          )
          const reservation = after.reservations.find(
            (row) => row.line_item_id === line.id
          )
          if (line.managed && reservation) {
            expect(reservation.quantity).toBe(
              (line.quantity - line.fulfilled) * reservation.required_quantity
            )
          }
        })
      })
    )
  })

  it("groups units by where they are reserved", () => {
    fc.assert(
      fc.property(orders, (order) => {
        const move = planMove(order, request(), "ordch_mpmove_1")
        if (move.kind !== "move") {
          return
        }
        for (const { location_id, items } of move.plan.fulfillments) {
          for (const item of items) {
            const reservation = order.reservations.find(
              (row) => row.line_item_id === item.line_item_id
            )
            if (reservation) {
              expect(reservation.location_id).toBe(location_id)
            }
          }
        }
      })
    )
  })

  it.each([
    ["canceled", true, "Order order_1 is canceled"],
    ["pending", false, "Nothing of order order_1 has been shipped"],
    ["pending", true, "No stock reservation found for item line_0 - t"],
  ])("refuses a %s order (fulfil %s): %s", (status, fulfil, message) => {
    const line = { id: "line_0", title: "t", sku: "", managed: true }
    expect(
      planMove(
        {
          id: "order_1",
          status,
          lines: [
            { ...line, quantity: 1, fulfilled: 0, shipped: 0, delivered: 0 },
          ],
          fulfillments: [],
          reservations: [],
          default_location_id: null,
        },
        request({ fulfil }),
        "ordch_mpmove_1"
      )
    ).toEqual({ kind: "refused", message })
  })
})
