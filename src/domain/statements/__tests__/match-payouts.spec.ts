import fc from "fast-check"
import { ArrivedPayout, matchPayouts, PaidStatement } from "../match-payouts"

const DAY_MS = 86_400_000
const day = (number: number) => new Date(number * DAY_MS)

const buildStatement = (
  changes: Partial<PaidStatement> = {}
): PaidStatement => ({
  id: "s1",
  last_day: day(10),
  payment_external_id: "p1",
  net: 100_000,
  currency_code: "vnd",
  ...changes,
})

const buildPayout = (changes: Partial<ArrivedPayout> = {}): ArrivedPayout => ({
  id: "o1",
  external_id: "x1",
  at: day(12),
  amount: 100_000,
  currency_code: "vnd",
  ...changes,
})

describe("matchPayouts", () => {
  it("takes the payout of the payment's own id before any other", () => {
    const matches = matchPayouts(
      [buildStatement()],
      [
        buildPayout({ id: "same amount" }),
        buildPayout({ id: "same id", external_id: "p1", amount: 90_000 }),
      ]
    )
    expect(matches).toEqual(new Map([["s1", "same id"]]))
  })

  it("takes one of exactly the amount before an earlier one", () => {
    const matches = matchPayouts(
      [buildStatement()],
      [
        buildPayout({ id: "earlier", at: day(11), amount: 70_000 }),
        buildPayout({ id: "exact", at: day(14) }),
      ]
    )
    expect(matches.get("s1")).toBe("exact")
  })

  it("adds up statements that were paid together", () => {
    const matches = matchPayouts(
      [
        buildStatement({ id: "s1", net: 60_000 }),
        buildStatement({ id: "s2", net: 40_000, last_day: day(11) }),
        buildStatement({ id: "s3", payment_external_id: "p2", net: 60_000 }),
      ],
      [
        buildPayout({ id: "both" }),
        buildPayout({ id: "one", amount: 60_000, at: day(11) }),
      ]
    )
    expect(matches).toEqual(
      new Map([
        ["s1", "both"],
        ["s2", "both"],
        ["s3", "one"],
      ])
    )
  })

  it("leaves the difference to be shown where no amount fits", () => {
    const matches = matchPayouts(
      [buildStatement()],
      [buildPayout({ amount: 93_000 })]
    )
    expect(matches.get("s1")).toBe("o1")
  })

  it.each([
    ["before the statement's last day", buildPayout({ at: day(9) })],
    ["more than ten days later", buildPayout({ at: day(21) })],
    ["in another currency", buildPayout({ currency_code: "usd" })],
  ])("takes none %s", (_, payout) => {
    expect(matchPayouts([buildStatement()], [payout]).size).toBe(0)
  })

  it("expects no payout of a statement that owes money", () => {
    const owing = buildStatement({ net: -20_000 })
    expect(matchPayouts([owing], [buildPayout()]).size).toBe(0)
  })

  it("gives no payout to two payments, whatever comes", () => {
    const statements = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        last_day: fc.integer({ min: 0, max: 30 }).map(day),
        payment_external_id: fc.constantFrom("a", "b", "c", null),
        net: fc.integer({ min: -3, max: 6 }).map((n) => n * 10_000),
        currency_code: fc.constant("vnd"),
      }),
      { selector: ({ id }) => id, maxLength: 8 }
    )
    const payouts = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        external_id: fc.constantFrom("a", "x", "y"),
        at: fc.integer({ min: 0, max: 40 }).map(day),
        amount: fc.integer({ min: 1, max: 6 }).map((n) => n * 10_000),
        currency_code: fc.constant("vnd"),
      }),
      { selector: ({ id }) => id, maxLength: 8 }
    )
    fc.assert(
      fc.property(statements, payouts, (some, arrived) => {
        const matches = matchPayouts(some, arrived)
        const paidBy = new Map<string, Set<string>>()
        for (const { id, payment_external_id } of some) {
          const payout = matches.get(id)
          if (payout !== undefined) {
            const payments = paidBy.get(payout) ?? new Set()
            paidBy.set(payout, payments.add(payment_external_id ?? `own ${id}`))
          }
        }
        for (const payments of paidBy.values()) {
          expect(payments.size).toBe(1)
        }
      })
    )
  })

  it("does not depend on the order in which payouts are listed", () => {
    const some = [
      buildStatement({ id: "s1", payment_external_id: "p1", net: 30_000 }),
      buildStatement({ id: "s2", payment_external_id: "p2", net: 50_000 }),
      buildStatement({ id: "s3", payment_external_id: "p3", net: 70_000 }),
    ]
    const arrived = [
      buildPayout({ id: "o1", amount: 50_000 }),
      buildPayout({ id: "o2", amount: 31_000, at: day(13) }),
      buildPayout({ id: "o3", amount: 69_000, at: day(14) }),
    ]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(arrived, { minLength: arrived.length }),
        (shuffled) => {
          expect(matchPayouts(some, shuffled)).toEqual(
            new Map([
              ["s2", "o1"],
              ["s1", "o2"],
              ["s3", "o3"],
            ])
          )
        }
      )
    )
  })
})
