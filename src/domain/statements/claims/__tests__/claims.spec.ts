import fc from "fast-check"
import { SettledAmounts } from "../../amounts"
import { CLAIM_STATES, LIVE_CLAIM_STATES } from "../../claim"
import { Finding, FINDING_CODES } from "../../finding"
import { claimDeadline } from "../claim-deadline"
import { claimMoves, mayMoveClaim } from "../claim-moves"
import { CLAIMABLE_FINDINGS, claimRequests, stillToClaim } from "../claimable"
import { ClaimedSettlement, draftClaims } from "../draft-claims"

const settled = (net: number, adjustment = 0): SettledAmounts => ({
  revenue: net - adjustment,
  fees: 0,
  adjustment,
  net,
})

const SHORT: Finding = { code: "revenue_lower", amount: -10_000 }
const FEE: Finding = {
  code: "fee_higher",
  amount: -2_000,
  fee: { kind: "commission", name: "Phí hoa hồng" },
}

const findings = fc.array(
  fc.record({
    code: fc.constantFrom(...FINDING_CODES),
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  })
)

describe("what can be claimed", () => {
  it("is what the shop lost, once for each cause", () => {
    expect(
      claimRequests([
        SHORT,
        FEE,
        { ...FEE, amount: -500 },
        { code: "fee_lower", amount: 900 },
        { code: "order_unknown", amount: 0 },
        { code: "unpaid", amount: -70_000 },
      ])
    ).toEqual([
      { reason: "revenue_lower", amount: 10_000, findings: [SHORT] },
      {
        reason: "fee_higher",
        amount: 2_500,
        findings: [FEE, { ...FEE, amount: -500 }],
      },
    ])
  })

  it("is positive, of a claimable cause, and never more than was lost", () => {
    fc.assert(
      fc.property(findings, (some) => {
        const requests = claimRequests(some)
        const lost = some
          .filter(({ amount }) => amount < 0)
          .reduce((sum, { amount }) => sum - amount, 0)
        const reasons = requests.map(({ reason }) => reason)
        expect(new Set(reasons).size).toBe(reasons.length)
        expect(requests.every(({ amount }) => amount > 0)).toBe(true)
        expect(
          requests.every(({ reason }) =>
            (CLAIMABLE_FINDINGS as readonly string[]).includes(reason)
          )
        ).toBe(true)
        expect(
          requests.reduce((sum, { amount }) => sum + amount, 0)
        ).toBeLessThanOrEqual(lost)
      })
    )
  })

  it("is not what corrections paid for already", () => {
    const request = claimRequests([FEE])[0]
    const paid = {
      reason: "fee_higher" as const,
      amount: 2_000,
      settled_then: settled(100_000),
      by_statement: true,
    }

    expect(stillToClaim(request, settled(102_000, 2_000), [paid])).toBe(0)
    expect(
      stillToClaim({ ...request, amount: 5_000 }, settled(102_000, 2_000), [
        paid,
      ])
    ).toBe(3_000)
    // Paid by a newer sale line, which the finding has counted.
    expect(stillToClaim(request, settled(102_000), [paid])).toBe(2_000)
    expect(
      stillToClaim(request, settled(100_000), [
        { ...paid, by_statement: false },
      ])
    ).toBe(0)
  })
})

describe("claims of a settlement", () => {
  const base: ClaimedSettlement = {
    settled: settled(90_000),
    findings: [SHORT, FEE],
    expected_basis: "fee_rules",
    is_due: false,
    is_confirmed: false,
    claims: [],
  }
  const claim = {
    id: "mpclm_1",
    reason: "revenue_lower" as const,
    amount: 10_000,
    settled_then: settled(90_000),
    by_statement: false,
  }

  it("are drafted for each cause", () => {
    const { requests, skipped } = draftClaims(base)

    expect(requests.map(({ reason }) => reason)).toEqual([
      "revenue_lower",
      "fee_higher",
    ])
    expect(skipped).toEqual([])
  })

  it.each(LIVE_CLAIM_STATES)("are not doubled while one is %s", (state) => {
    const { requests, skipped } = draftClaims({
      ...base,
      claims: [{ ...claim, state }],
    })

    expect(requests.map(({ reason }) => reason)).toEqual(["fee_higher"])
    expect(skipped).toEqual([
      {
        code: "already_claimed",
        reason: "revenue_lower",
        claim_id: "mpclm_1",
      },
    ])
  })

  it("are not about fees that nobody agreed on", () => {
    const { requests, skipped } = draftClaims({
      ...base,
      expected_basis: "price",
    })

    expect(requests.map(({ reason }) => reason)).toEqual(["revenue_lower"])
    expect(skipped).toEqual([
      { code: "fees_unknown", reason: "fee_higher", claim_id: null },
    ])
  })

  it("are not made again of what was paid", () => {
    const { skipped } = draftClaims({
      ...base,
      claims: [{ ...claim, state: "paid" }],
    })

    expect(skipped).toEqual([
      { code: "already_paid", reason: "revenue_lower", claim_id: "mpclm_1" },
    ])
  })

  it.each<[string, Partial<ClaimedSettlement>]>([
    ["comparing", { is_due: true }],
    ["confirmed", { is_confirmed: true }],
    ["nothing_to_claim", { findings: [], is_confirmed: true }],
  ])("are left out when %s", (code, change) => {
    expect(draftClaims({ ...base, ...change })).toEqual({
      requests: [],
      skipped: [{ code, reason: null, claim_id: null }],
    })
  })
})

describe("the deadline of a claim", () => {
  const day = (text: string) => new Date(`${text}T05:00:00Z`)

  it("counts from the newest settlement, else from delivery", () => {
    const owed_since = day("2026-03-01")

    expect(
      claimDeadline({ last_settled_at: day("2026-03-10"), owed_since }, 30)
    ).toEqual(day("2026-04-09"))
    expect(claimDeadline({ last_settled_at: null, owed_since }, 7)).toEqual(
      day("2026-03-08")
    )
    expect(
      claimDeadline({ last_settled_at: null, owed_since: null }, 30)
    ).toBeNull()
  })
})

describe("the states of a claim", () => {
  it.each(CLAIM_STATES)("%s can be left, and come back to", (state) => {
    expect(claimMoves(state).length).toBeGreaterThan(0)
    expect(claimMoves(state)).not.toContain(state)
    expect(mayMoveClaim(state, state)).toBe(true)
    const reached = new Set<string>()
    const visit = (from: (typeof CLAIM_STATES)[number]): void => {
      for (const to of claimMoves(from)) {
        if (!reached.has(to)) {
          reached.add(to)
          visit(to)
        }
      }
    }
    visit(state)
    expect(reached).toContain(state)
  })

  it("are not left out: what was never sent has no answer", () => {
    expect(mayMoveClaim("draft", "accepted")).toBe(false)
    expect(mayMoveClaim("draft", "paid")).toBe(false)
  })
})
