import fc from "fast-check"
import { NeutralOrder, NeutralOrderLine } from "../../orders/neutral-order"
import { ReceivedLine } from "../../returns/received-lines"
import { MoneyRequest, settledOrder, SettledOrderFacts } from "../settled-order"

const NOW = new Date("2026-03-20T00:00:00Z")
const DELIVERED = new Date("2026-03-10T00:00:00Z")

function aLine(changes: Partial<NeutralOrderLine> = {}): NeutralOrderLine {
  return {
    external_line_ids: ["l1"],
    external_product_id: "p1",
    external_sku_id: "s1",
    seller_sku: "CHEN",
    title: "Chén",
    sku_title: null,
    image_url: null,
    quantity: 2,
    cancelled_quantity: 0,
    unit_price: 100_000,
    seller_discount: 20_000,
    platform_discount: 5_000,
    is_gift: false,
    fulfilled_by: "seller",
    ...changes,
  }
}

function facts(
  lines: NeutralOrderLine[],
  changes: Partial<SettledOrderFacts> = {}
): SettledOrderFacts {
  const order: Partial<NeutralOrder> = {
    external_id: "o1",
    lines,
    currency_code: "vnd",
    placed_at: new Date("2026-03-01T00:00:00Z"),
    delivered_at: DELIVERED,
    external_updated_at: NOW,
  }
  return {
    order: {
      ...order,
      money: { total: 190_000 },
    } as unknown as NeutralOrder,
    status: "succeeded",
    received: [],
    lineId: (id) => `line_${id}`,
    requests: [],
    now: NOW,
    return_arrival_days: 14,
    ...changes,
  }
}

function aRequest(changes: Partial<MoneyRequest> = {}): MoneyRequest {
  return {
    kind: "return",
    state: "settled",
    external_updated_at: NOW,
    refund_amount: null,
    lines: [{ external_line_id: "l1", quantity: 1 }],
    ...changes,
  }
}

const received = (units: Partial<ReceivedLine>): ReceivedLine => ({
  line_id: "line_l1",
  good: 0,
  damaged: 0,
  lost: 0,
  ...units,
})

describe("what an order is worth to its seller", () => {
  it("is the price of its units less the seller's discount", () => {
    expect(settledOrder(facts([aLine()]))).toMatchObject({
      price: 200_000,
      seller_discount: 20_000,
      quantity: 2,
      buyer_total: 190_000,
      refunded: 0,
      lost: 0,
      missing: 0,
    })
  })

  it("leaves out units cancelled before they left, and other sellers' goods", () => {
    expect(
      settledOrder(
        facts([
          aLine({ cancelled_quantity: 1 }),
          aLine({ external_line_ids: ["l2"], fulfilled_by: "other_seller" }),
        ])
      )
    ).toMatchObject({ price: 100_000, seller_discount: 10_000, quantity: 1 })
  })

  it("is owed since it reached its buyer, and not before", () => {
    expect(settledOrder(facts([aLine()])).owed_since).toEqual(DELIVERED)
    expect(
      settledOrder(facts([aLine()], { status: "in_transit" })).owed_since
    ).toBeNull()
  })

  it("loses what came back, by receipts or granted requests, whichever are more", () => {
    const one = facts([aLine()], { requests: [aRequest()] })
    expect(settledOrder(one).refunded).toBe(90_000)
    expect(
      settledOrder({ ...one, received: [received({ good: 1 })] }).refunded
    ).toBe(90_000)
    expect(
      settledOrder({ ...one, received: [received({ good: 1, damaged: 1 })] })
        .refunded
    ).toBe(180_000)
    expect(
      settledOrder(facts([aLine()], { status: "returned" })).refunded
    ).toBe(180_000)
  })

  it.each([
    ["not granted yet", { state: "approved" as const }],
    ["refused", { state: "refused" as const }],
    ["a cancellation", { kind: "cancellation" as const }],
    ["a replacement", { kind: "replacement" as const }],
  ])("loses nothing by a request that is %s", (_, changes) => {
    expect(
      settledOrder(facts([aLine()], { requests: [aRequest(changes)] })).refunded
    ).toBe(0)
  })

  it("misses goods of granted returns once their days are over", () => {
    const late = aRequest({ external_updated_at: DELIVERED })
    const order = facts([aLine()], {
      requests: [late],
      return_arrival_days: 7,
    })
    expect(settledOrder(order).missing).toBe(90_000)
    expect(settledOrder({ ...order, return_arrival_days: 14 }).missing).toBe(0)
    expect(
      settledOrder({ ...order, received: [received({ good: 1 })] }).missing
    ).toBe(0)
    expect(
      settledOrder({ ...order, requests: [{ ...late, kind: "refund" }] })
        .missing
    ).toBe(0)
  })

  it("names what was lost on its way back", () => {
    expect(
      settledOrder(facts([aLine()], { received: [received({ lost: 1 })] })).lost
    ).toBe(90_000)
  })

  const anyLine = fc
    .record({
      quantity: fc.integer({ min: 1, max: 9 }),
      cancelled: fc.nat({ max: 9 }),
      unit_price: fc.integer({ min: 1_000, max: 9_000_000 }),
      discount: fc.nat({ max: 900 }),
    })
    .map(({ quantity, cancelled, unit_price, discount }) =>
      aLine({
        quantity,
        cancelled_quantity: Math.min(cancelled, quantity),
        unit_price,
        seller_discount: discount,
      })
    )
  const units = fc.nat({ max: 12 })

  it("never loses more than it is worth, whatever comes back", () => {
    fc.assert(
      fc.property(
        anyLine,
        units,
        units,
        units,
        units,
        (line, good, damaged, lost, asked) => {
          const order = settledOrder(
            facts([line], {
              received: [received({ good, damaged, lost })],
              requests: [
                aRequest({
                  external_updated_at: DELIVERED,
                  lines: [{ external_line_id: "l1", quantity: asked }],
                }),
              ],
              return_arrival_days: 1,
            })
          )
          const worth = order.price - order.seller_discount
          expect(order.refunded).toBeGreaterThanOrEqual(0)
          expect(order.refunded).toBeLessThanOrEqual(worth)
          expect(order.missing).toBeGreaterThanOrEqual(0)
          expect(order.missing).toBeLessThanOrEqual(order.refunded)
          expect(Number.isInteger(order.seller_discount)).toBe(true)
          expect(order.quantity).toBe(line.quantity - line.cancelled_quantity)
        }
      )
    )
  })
})
