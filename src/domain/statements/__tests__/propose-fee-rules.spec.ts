import fc from "fast-check"
import { anOrder } from "../__fixtures__/settled-order"
import { feeOf } from "../expect-income"
import { FEE_BASES } from "../fee-rule"
import { SettledOrder } from "../order-settlement"
import { FeeSample, ProposedRule, proposeFeeRules } from "../propose-fee-rules"

/** Orders whose price, revenue and total differ, and from each other. */
const someOrders = fc
  .array(
    fc.record({
      price: fc.integer({ min: 20_000, max: 5_000_000 }),
      discount: fc.integer({ min: 1, max: 9_000 }),
      shipping: fc.integer({ min: 1, max: 40_000 }),
    }),
    { minLength: 12, maxLength: 40 }
  )
  .map((all) =>
    all.map(({ price, discount, shipping }) =>
      anOrder({
        price,
        seller_discount: discount,
        buyer_total: price - discount + shipping,
      })
    )
  )

/** A rate in hundredths of a percent, as marketplaces announce them. */
const aRate = fc.integer({ min: 50, max: 2_000 }).map((one) => one * 100)

function aRule(changes: Partial<ProposedRule>): ProposedRule {
  return {
    kind: "commission",
    name: null,
    basis: "revenue",
    rate_ppm: 0,
    fixed_amount: 0,
    most_amount: null,
    ...changes,
  }
}

/** What these rules charge, under a name for each kind unless the rule has its own. */
function charge(orders: SettledOrder[], rules: ProposedRule[]): FeeSample[] {
  return orders.map((order) => ({
    order,
    fee_parts: rules.map((rule) => ({
      kind: rule.kind,
      name: rule.name ?? rule.kind,
      amount: -feeOf(rule, order),
    })),
  }))
}

describe("rules proposed from what was charged", () => {
  it("give every order's fees that the generating rules gave, whatever these were", () => {
    fc.assert(
      fc.property(
        someOrders,
        aRate,
        fc.constantFrom(...FEE_BASES),
        fc.integer({ min: 1, max: 20_000 }),
        (orders, rate_ppm, basis, fixed_amount) => {
          const rules = [
            aRule({ rate_ppm, basis }),
            aRule({ kind: "fixed", fixed_amount }),
          ]
          const proposals = proposeFeeRules(charge(orders, rules))
          expect(proposals.map(({ rule }) => rule.kind)).toEqual([
            "commission",
            "fixed",
          ])
          proposals.forEach(({ rule, evidence }, index) => {
            expect(evidence).toEqual({
              order_count: orders.length,
              agreeing_count: orders.length,
            })
            for (const order of orders) {
              expect(feeOf(rule, order)).toBe(feeOf(rules[index], order))
            }
          })
        }
      )
    )
  })

  it("find the very rate and basis again where orders are large enough to tell", () => {
    fc.assert(
      fc.property(aRate, fc.constantFrom(...FEE_BASES), (rate_ppm, basis) => {
        const orders = Array.from({ length: 30 }, (_, index) =>
          anOrder({
            price: 3_000_000 + index * 77_777,
            seller_discount: 100_000 + index * 1_311,
            buyer_total: 3_500_000 + index * 61_379,
          })
        )
        const rule = aRule({ rate_ppm, basis })
        const [{ rule: found }] = proposeFeeRules(charge(orders, [rule]))
        expect(found).toEqual(rule)
      })
    )
  })

  it("find a limit that cuts large orders off", () => {
    const orders = Array.from({ length: 20 }, (_, index) =>
      anOrder({ price: 500_000 + index * 100_000, seller_discount: 0 })
    )
    const rule = aRule({ rate_ppm: 40_000, most_amount: 50_000 })
    expect(proposeFeeRules(charge(orders, [rule]))).toEqual([
      { rule, evidence: { order_count: 20, agreeing_count: 20 } },
    ])
  })

  it("count the orders that disagree, as long as most agree", () => {
    fc.assert(
      fc.property(
        someOrders,
        aRate,
        fc.integer({ min: 0, max: 5 }),
        (orders, rate_ppm, wrong) => {
          const samples = charge(orders, [aRule({ rate_ppm })]).map(
            ({ order, fee_parts: [part] }, index) => ({
              order,
              fee_parts: [
                {
                  ...part,
                  amount:
                    part.amount - (index < wrong ? 100_003 * (index + 1) : 0),
                },
              ],
            })
          )
          const [{ rule, evidence }] = proposeFeeRules(samples)
          expect(evidence.order_count).toBe(orders.length)
          expect(evidence.agreeing_count).toBeGreaterThanOrEqual(
            orders.length - wrong
          )
          expect(
            samples.filter(
              ({ order, fee_parts }) =>
                feeOf(rule, order) === -fee_parts[0].amount
            )
          ).toHaveLength(evidence.agreeing_count)
        }
      )
    )
  })

  it("leave out fees that most orders do not pay, and taxes", () => {
    const orders = Array.from({ length: 10 }, (_, index) =>
      anOrder({ price: 100_000 + index * 7_000 })
    )
    const samples = orders.map((order, index) => ({
      order,
      fee_parts: [
        { kind: "vat" as const, name: "Thuế GTGT", amount: -1_000 },
        ...(index % 2
          ? [
              {
                kind: "affiliate_commission" as const,
                name: "Hoa hồng liên kết",
                amount: -5_000,
              },
            ]
          : []),
      ],
    }))
    expect(proposeFeeRules(samples)).toEqual([])
  })

  it("make one rule of a fee that two languages name, and two of two fees", () => {
    const orders = Array.from({ length: 10 }, (_, index) =>
      anOrder({ price: 100_000 + index * 7_013, seller_discount: 0 })
    )
    const rule = aRule({ rate_ppm: 50_000 })
    const languages = charge(orders, [rule]).map((sample, index) => ({
      ...sample,
      fee_parts: sample.fee_parts.map((part) => ({
        ...part,
        name: index % 2 ? "Commission fee" : "Phí hoa hồng",
      })),
    }))
    expect(proposeFeeRules(languages).map((one) => one.rule)).toEqual([rule])
    const two = [
      aRule({ name: "A", rate_ppm: 50_000 }),
      aRule({ name: "B", rate_ppm: 30_000, basis: "buyer_total" }),
    ]
    expect(
      proposeFeeRules(charge(orders, two)).map(({ rule: { name } }) => name)
    ).toEqual(["A", "B"])
  })

  it("are none without orders", () => {
    expect(proposeFeeRules([])).toEqual([])
  })
})
