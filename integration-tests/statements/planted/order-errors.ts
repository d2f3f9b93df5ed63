import { SampleLine } from "../../../src/workflows/statements/__fixtures__/sample-line"
import { daysAfter, FIXED, mapFees, refundOf, saleOf } from "./agreed-fees"
import { Books } from "./books"
import { Market, SoldOrder, sum } from "./sold-order"

/** One kind of error in how an order is settled: plants it, and says what has to be found. */
export type ErrorKind = {
  kind: string
  /** Both unless told. */
  only?: Market
  plant(books: Books, order: SoldOrder, kind: string): void
}

/** Errors in what an order was paid. */
export const ORDER_ERRORS: ErrorKind[] = [
  {
    kind: "revenue too low",
    plant: (books, order, kind) => {
      books.add(saleOf(order, { revenue: order.revenue - 7_001 }))
      books.expect(kind, order, "short", ["revenue_lower"], -7_001)
    },
  },
  {
    kind: "revenue one đồng too low",
    plant: (books, order, kind) => {
      books.add(saleOf(order, { revenue: order.revenue - 1 }))
      books.expect(kind, order, "short", ["revenue_lower"], -1)
    },
  },
  {
    kind: "revenue too high",
    plant: (books, order, kind) => {
      books.add(saleOf(order, { revenue: order.revenue + 5_000 }))
      books.expect(kind, order, "over", ["revenue_higher"], 5_000)
    },
  },
  {
    kind: "commission too high",
    plant: (books, order, kind) => {
      books.add(withFee(order, "commission", -1_234))
      books.expect(kind, order, "short", ["fee_higher"], -1_234)
    },
  },
  {
    kind: "payment fee too low",
    plant: (books, order, kind) => {
      books.add(withFee(order, "payment", 10))
      books.expect(kind, order, "over", ["fee_lower"], 10)
    },
  },
  {
    kind: "a fee left out",
    plant: (books, order, kind) => {
      const fixed = FIXED[order.market]
      const amount = -(saleOf(order).fees?.[fixed] ?? 0)
      books.add(withFee(order, fixed, amount))
      books.expect(kind, order, "over", ["fee_missing"], amount)
    },
  },
  {
    kind: "no fee at all",
    plant: (books, order, kind) => {
      const { fees = {} } = saleOf(order)
      const { vat: _, income_tax: __, ...agreed } = fees
      const amount = -sum(Object.values(agreed))
      books.add(saleOf(order, { fees: {} }))
      const findings = Object.keys(agreed).map(() => "fee_missing" as const)
      books.expect(kind, order, "over", findings, amount)
    },
  },
  {
    kind: "a fee that nobody agreed to",
    plant: (books, order, kind) => {
      const fee = order.market === "tiki" ? "pickup" : "voucher_program"
      books.add(withFee(order, fee, -8_100))
      books.expect(kind, order, "short", ["fee_unexpected"], -8_100)
    },
  },
  {
    kind: "fees that no column explains",
    plant: (books, order, kind) => {
      const { fees = {} } = saleOf(order)
      const stated_fees = sum(Object.values(fees)) - 4_321
      books.add(saleOf(order, { stated_fees }))
      books.expect(kind, order, "short", ["fee_unexpected"], -4_321)
    },
  },
  {
    kind: "a right net that hides two errors",
    plant: (books, order, kind) => {
      const { fees = {} } = saleOf(order)
      books.add(
        saleOf(order, {
          revenue: order.revenue + 9_000,
          fees: { ...fees, commission: (fees.commission ?? 0) - 9_000 },
        })
      )
      books.expect(kind, order, "conflict", ["revenue_higher", "fee_higher"], 0)
    },
  },
  {
    kind: "total fees too high, without fees by kind",
    only: "tiki",
    plant: (books, order, kind) => {
      books.add(withFee(order, "commission", -500), "totals_only")
      books.expect(kind, order, "short", ["net_lower"], -500)
    },
  },
  {
    kind: "total fees too low, without fees by kind",
    only: "tiki",
    plant: (books, order, kind) => {
      books.add(withFee(order, "commission", 500), "totals_only")
      books.expect(kind, order, "over", ["net_higher"], 500)
    },
  },
  {
    kind: "paid in two statements",
    plant: (books, order, kind) => {
      const settled_at = daysAfter(order.delivered_at, 15)
      books.add(saleOf(order))
      books.add(saleOf(order, { settled_at }), "second")
      expectTwice(books, order, kind)
    },
  },
  {
    kind: "paid twice in one statement",
    plant: (books, order, kind) => {
      const settled_at = daysAfter(order.delivered_at, 9)
      books.add(saleOf(order))
      books.add(saleOf(order, { settled_at }))
      expectTwice(books, order, kind)
    },
  },
  {
    kind: "paid although cancelled",
    plant: (books, order, kind) => {
      order.status = "cancelled_by_buyer"
      books.add(saleOf(order))
      books.expect(kind, order, "conflict", ["paid_though_cancelled"])
    },
  },
  {
    kind: "fees charged for a cancelled order",
    plant: (books, order, kind) => {
      order.status = "cancelled_by_system"
      const fees = { commission: -9_900 }
      books.add(saleOf(order, { revenue: 0, fees }))
      books.expect(kind, order, "short", ["fee_unexpected"], -9_900)
    },
  },
  {
    kind: "paid although returned",
    plant: (books, order, kind) => {
      order.status = "returned"
      books.add(saleOf(order))
      books.expect(kind, order, "conflict", ["paid_though_returned"])
    },
  },
  {
    kind: "refunded without a return",
    plant: (books, order, kind) => {
      books.add(saleOf(order))
      books.add(refundOf(order), "second")
      books.expect(kind, order, "conflict", ["refunded_without_return"])
    },
  },
  {
    kind: "refunded more than was paid",
    plant: (books, order, kind) => {
      order.status = "returned"
      books.add(saleOf(order))
      books.add(refundOf(order, { revenue: -order.revenue - 3_000 }), "second")
      books.expect(kind, order, "conflict", ["refunded_too_much"])
    },
  },
  {
    kind: "fees kept after the refund",
    plant: (books, order, kind) => {
      order.status = "returned"
      books.add(saleOf(order))
      books.add(refundOf(order, { fees: {} }), "second")
      books.expect(kind, order, "short", ["fees_kept_after_refund"])
    },
  },
  {
    kind: "a part of the fees kept after the refund",
    plant: (books, order, kind) => {
      const { fees = {} } = refundOf(order)
      order.status = "returned"
      books.add(saleOf(order))
      books.add(refundOf(order, { fees: { ...fees, commission: 0 } }), "second")
      books.expect(kind, order, "short", ["fees_kept_after_refund"])
    },
  },
  {
    kind: "refunded, and the goods never came back",
    plant: (books, order, kind) => {
      const [{ quantity }] = order.articles
      order.status = "returned"
      books.events.push({
        kind: "granted",
        order,
        units: quantity,
        brings_goods: true,
      })
      books.add(saleOf(order))
      books.add(refundOf(order), "second")
      books.expect(kind, order, "matched", ["returned_goods_missing"])
    },
  },
  {
    kind: "lost on the way back without compensation",
    plant: (books, order, kind) => {
      const [{ quantity }] = order.articles
      order.status = "returned"
      books.events.push({
        kind: "received",
        order,
        units: quantity,
        lost: true,
      })
      books.add(saleOf(order))
      books.add(refundOf(order))
      books.expect(kind, order, "matched", ["lost_without_compensation"])
    },
  },
  {
    kind: "a deduction that nothing explains",
    plant: (books, order, kind) => {
      books.add(saleOf(order))
      books.add({
        kind: "deduction",
        order_id: order.external_id,
        line_id: `75${order.external_id.slice(2)}`,
        settled_at: daysAfter(order.delivered_at, 10),
        adjustment: -15_000,
      })
      books.expect(kind, order, "matched", ["deduction_unexplained"], -15_000)
    },
  },
  {
    kind: "fewer units settled than sold",
    only: "tiki",
    plant: (books, order, kind) => {
      order.articles = [{ price: 90_000, quantity: 3, discount: 0 }]
      order.revenue = 270_000
      order.quantity = 3
      books.add({
        ...saleOf({ ...order, revenue: 180_000, quantity: 2 }),
      })
      books.expect(kind, order, "conflict", ["quantity_differs"], -90_000)
    },
  },
  {
    kind: "an order that the shop does not know",
    plant: (books, order, kind) => {
      books.unknown.add(order)
      books.add(saleOf(order))
      books.expect(kind, order, "not_found", ["order_unknown"])
    },
  },
  {
    kind: "an order of another channel",
    plant: (books, order, kind) => {
      books.elsewhere.add(order)
      books.add(saleOf(order))
      books.expect(kind, order, "conflict", ["order_of_other_channel"])
    },
  },
  {
    kind: "an order in another currency",
    only: "tiktok-shop",
    plant: (books, order, kind) => {
      order.currency = "USD"
      books.add(saleOf(order))
      books.expect(kind, order, "conflict", ["currency_differs"])
    },
  },
  {
    kind: "not paid, and overdue",
    plant: (books, order, kind) => {
      books.expect(kind, order, "pending", ["unpaid_overdue"])
    },
  },
]

function withFee(
  order: SoldOrder,
  kind: keyof NonNullable<SampleLine["fees"]>,
  more: number
): SampleLine {
  const { fees = {} } = saleOf(order)
  const changed = { ...fees, [kind]: (fees[kind] ?? 0) + more }
  return saleOf(order, { fees: mapFees(changed, (amount) => amount + 0) })
}

function expectTwice(books: Books, order: SoldOrder, kind: string): void {
  const fees = saleOf(order).fees ?? {}
  const { vat: _, income_tax: __, ...agreed } = fees
  const higher = Object.keys(agreed).map(() => "fee_higher" as const)
  books.expect(
    kind,
    order,
    "over",
    ["paid_twice", ...higher],
    order.revenue + sum(Object.values(agreed))
  )
}
