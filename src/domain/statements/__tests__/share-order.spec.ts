import fc from "fast-check"
import { FEE_KINDS } from "../fee-kind"
import { addSums, NO_SUMS, ReportEntry, sumsOf } from "../report-sums"
import { shareOrder, SoldLine } from "../share-order"
import { shareOut } from "../share-out"

const amount = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })
const weights = fc.array(fc.nat({ max: 1_000_000_000_000 }), {
  minLength: 1,
  maxLength: 30,
})
const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)

describe("an amount that is shared", () => {
  it("is whole again, each share less than one unit from its due", () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        const shares = shareOut(total, by)
        expect(sum(shares)).toBe(total)
        const all = sum(by)
        shares.forEach((share, index) => {
          const due = all === 0 ? total / by.length : (total * by[index]) / all
          expect(Math.abs(share - due)).toBeLessThan(1 + 1e-3)
          expect(share * total).toBeGreaterThanOrEqual(0)
          expect(by[index] === 0 && all > 0 && share !== 0).toBe(false)
        })
      })
    )
  })

  it("gives what is left to those that lost most, the earlier one first", () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(shareOut(-100, [1, 1, 1])).toEqual([-34, -33, -33])
    expect(shareOut(10, [5, 3, 1])).toEqual([6, 3, 1])
    expect(shareOut(7, [0, 0])).toEqual([4, 3])
    expect(shareOut(0, [3, 4])).toEqual([0, 0])
  })

  it.each([[[]], [[-1]], [[0.5]], [[2 ** 52, 2 ** 52]]])(
    "is not shared by %j",
    (by) => {
      expect(() => shareOut(1, by)).toThrow(RangeError)
    }
  )
})

const amounts = fc
  .record({ revenue: amount, fees: amount, adjustment: amount })
  .map(({ revenue, fees, adjustment }) => ({
    revenue,
    fees,
    adjustment,
    net: revenue + fees + adjustment,
  }))
const entries: fc.Arbitrary<ReportEntry> = fc.record({
  is_order: fc.constant(true),
  is_settled: fc.boolean(),
  settled: amounts,
  expected: fc.option(amounts),
  is_outstanding: fc.boolean(),
  fee_parts: fc.array(
    fc.record({ kind: fc.constantFrom(...FEE_KINDS), amount }),
    { maxLength: 6 }
  ),
  cost: fc.constant(null),
})
const lines: fc.Arbitrary<SoldLine[]> = fc.array(
  fc.record({
    worth: fc.nat({ max: 100_000_000 }),
    quantity: fc.nat({ max: 20 }),
    cost: fc.option(fc.nat({ max: 10_000_000 })),
  }),
  { minLength: 1, maxLength: 8 }
)
const byKind = (parts: { kind: string; amount: number }[]) =>
  Object.fromEntries(parts.map(({ kind, amount }) => [kind, amount]))

describe("an order that is shared over its lines", () => {
  it("is the order again, and each line adds up by itself", () => {
    fc.assert(
      fc.property(entries, lines, (entry, sold) => {
        const whole = sumsOf(entry)
        const shares = shareOrder(entry, sold)
        const again = shares.reduce(addSums, NO_SUMS)
        for (const part of ["revenue", "fees", "adjustment", "net"] as const) {
          expect(again.settled[part]).toBe(whole.settled[part])
          expect(again.expected?.[part]).toBe(whole.expected?.[part])
        }
        expect(again.outstanding).toBe(whole.outstanding)
        expect(byKind(again.fee_parts)).toEqual(byKind(whole.fee_parts))
        for (const { settled, expected, fee_parts } of shares) {
          for (const one of expected ? [settled, expected] : [settled]) {
            expect(one.net).toBe(one.revenue + one.fees + one.adjustment)
            expect(one.margin).toBe(
              one.cost === null ? null : one.net - one.cost
            )
          }
          expect(sum(fee_parts.map((part) => part.amount))).toBe(settled.fees)
        }
      })
    )
  })

  it("goes by quantity where nothing has a worth, as gifts have none", () => {
    const [one, two] = shareOrder(
      {
        is_order: true,
        is_settled: true,
        settled: { revenue: 0, fees: -3000, adjustment: 0, net: -3000 },
        expected: null,
        is_outstanding: false,
        fee_parts: [{ kind: "shipping", amount: -3000 }],
      },
      [
        { worth: 0, quantity: 1, cost: null },
        { worth: 0, quantity: 2, cost: 500 },
      ]
    )
    expect(one.settled).toMatchObject({ net: -1000, margin: null })
    expect(two.settled).toMatchObject({ net: -2000, margin: -2500 })
    expect(one.orders_without_cost).toBe(1)
  })
})

describe("the sums of an order", () => {
  const entry: ReportEntry = {
    is_order: true,
    is_settled: false,
    settled: { revenue: 0, fees: 0, adjustment: 0, net: 0 },
    expected: { revenue: 100, fees: -10, adjustment: 0, net: 90 },
    is_outstanding: true,
    fee_parts: [],
    cost: 40,
  }

  it("have no settled margin before it is paid", () => {
    expect(sumsOf(entry)).toMatchObject({
      settled: { cost: null, margin: null },
      expected: { cost: 40, margin: 50 },
      outstanding: 90,
      settled_count: 0,
      orders_without_cost: 0,
    })
  })

  it("name fees that no part explains", () => {
    const { fee_parts } = sumsOf({
      ...entry,
      is_settled: true,
      settled: { revenue: 100, fees: -10, adjustment: 0, net: 90 },
      fee_parts: [{ kind: "commission", amount: -7 }],
    })
    expect(byKind(fee_parts)).toEqual({ commission: -7, other: -3 })
  })
})
