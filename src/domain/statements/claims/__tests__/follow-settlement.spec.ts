import fc from "fast-check"
import { SettledAmounts } from "../../amounts"
import { CLAIM_STATES, LIVE_CLAIM_STATES } from "../../claim"
import { FollowedClaim, followSettlement } from "../follow-settlement"

const settled = (net: number): SettledAmounts => ({
  revenue: net,
  fees: 0,
  adjustment: 0,
  net,
})
const SHORT = { code: "revenue_lower" as const, amount: -10_000 }
const FEE = { code: "fee_higher" as const, amount: -5_000 }

const claim = (changes: Partial<FollowedClaim> = {}): FollowedClaim => ({
  id: "a",
  reason: "revenue_lower",
  amount: 10_000,
  state: "sent",
  made_at: new Date("2026-03-01T00:00:00Z"),
  decided_at: null,
  settled_then: settled(90_000),
  state_before_paid: null,
  ...changes,
})

describe("a claim whose order was settled anew", () => {
  it.each(LIVE_CLAIM_STATES)(
    "is paid from %s once its cause is gone and money came",
    (state) => {
      expect(
        followSettlement([claim({ state })], {
          settled: settled(100_000),
          findings: [],
        })
      ).toEqual([{ id: "a", from: state, to: "paid" }])
    }
  )

  it("is paid by a correction, which leaves its cause standing", () => {
    expect(
      followSettlement([claim()], {
        settled: settled(100_000),
        findings: [SHORT],
      })
    ).toEqual([{ id: "a", from: "sent", to: "paid" }])
  })

  it("stays while only a part came, or its cause went without money", () => {
    expect(
      followSettlement([claim()], {
        settled: settled(99_999),
        findings: [SHORT],
      })
    ).toEqual([])
    expect(
      followSettlement([claim()], { settled: settled(90_000), findings: [] })
    ).toEqual([])
  })

  it("is paid by a row that is charged its own fees", () => {
    expect(
      followSettlement([claim()], {
        settled: { revenue: 100_000, fees: -500, adjustment: 0, net: 99_500 },
        findings: [],
      })
    ).toEqual([{ id: "a", from: "sent", to: "paid" }])
  })

  it("stays when its cause went for another reason and a little came besides", () => {
    expect(
      followSettlement([claim()], { settled: settled(90_100), findings: [] })
    ).toEqual([])
  })

  it("of an order that nobody paid is paid by whatever comes for it", () => {
    expect(
      followSettlement(
        [
          claim({
            reason: "unpaid_overdue",
            amount: 90_000,
            settled_then: settled(0),
          }),
        ],
        { settled: settled(40_000), findings: [SHORT] }
      )
    ).toEqual([{ id: "a", from: "sent", to: "paid" }])
  })

  it("does not share its money with another", () => {
    const two = [
      claim(),
      claim({ id: "b", reason: "fee_higher", amount: 5_000 }),
    ]

    expect(
      followSettlement(two, {
        settled: settled(95_000),
        findings: [SHORT, FEE],
      })
    ).toEqual([{ id: "b", from: "sent", to: "paid" }])
    expect(
      followSettlement(
        [
          two[0],
          {
            ...two[1],
            state: "paid",
            state_before_paid: "sent",
            decided_at: new Date("2026-03-05T00:00:00Z"),
          },
        ],
        { settled: settled(100_000), findings: [SHORT, FEE] }
      )
    ).toEqual([])
  })

  it("counts no money that came before it was made", () => {
    const older = claim({
      id: "b",
      reason: "fee_higher",
      amount: 5_000,
      state: "paid",
      made_at: new Date("2026-02-01T00:00:00Z"),
      decided_at: new Date("2026-02-20T00:00:00Z"),
      settled_then: settled(85_000),
    })

    expect(
      followSettlement([older, claim()], {
        settled: settled(100_000),
        findings: [SHORT],
      })
    ).toEqual([{ id: "a", from: "sent", to: "paid" }])
  })

  it("is open again when the money goes away", () => {
    const paid = claim({ state: "paid", state_before_paid: "accepted" })
    const back = { settled: settled(90_000), findings: [SHORT] }

    expect(followSettlement([paid], back)).toEqual([
      { id: "a", from: "paid", to: "accepted" },
    ])
    // What a person called paid stays so, and nothing is claimed twice.
    expect(
      followSettlement([{ ...paid, state_before_paid: null }], back)
    ).toEqual([])
    expect(
      followSettlement([paid, claim({ id: "b", state: "draft" })], back)
    ).toEqual([])
  })

  it("comes to rest", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            amount: fc.integer({ min: 1, max: 20 }),
            state: fc.constantFrom(...CLAIM_STATES),
            reason: fc.constantFrom(
              "revenue_lower" as const,
              "fee_higher" as const,
              "net_lower" as const
            ),
            net: fc.integer({ min: 0, max: 20 }),
          }),
          { maxLength: 4 }
        ),
        fc.integer({ min: 0, max: 60 }),
        fc.subarray([SHORT, FEE]),
        (some, net, findings) => {
          const now = new Date("2026-04-01T00:00:00Z")
          const settlement = { settled: settled(net), findings }
          let claims = some.map((one, index) =>
            claim({ ...one, id: `${index}`, settled_then: settled(one.net) })
          )
          const moves = followSettlement(claims, settlement)
          claims = claims.map((one) => {
            const move = moves.find(({ id }) => id === one.id)
            return move
              ? {
                  ...one,
                  state: move.to,
                  decided_at: now,
                  state_before_paid: move.to === "paid" ? move.from : null,
                }
              : one
          })
          expect(followSettlement(claims, settlement)).toEqual([])
        }
      )
    )
  })
})
