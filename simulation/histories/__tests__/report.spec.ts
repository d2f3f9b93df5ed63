import { FAULT_NAMES } from "../fault"
import { reportOf, reportText, SeedResult } from "../report"

const result = (changes: Partial<SeedResult> = {}): SeedResult => ({
  seed: 17,
  events: 200,
  orders: 30,
  hits: { answer_lost: 2 },
  kills: 4,
  seconds: 3,
  broken: [],
  ...changes,
})
const everyFault = Object.fromEntries(FAULT_NAMES.map((name) => [name, 1]))

describe("the report", () => {
  it("adds up what seeds came to", () => {
    expect(reportOf([result(), result({ seed: 18 })], 7)).toMatchObject({
      ok: true,
      seeds: 2,
      events: 400,
      orders: 60,
      kills: 8,
      seconds: 7,
      seconds_per_seed: 3,
      faults: { answer_lost: 4, database_cut: 0 },
      never_struck: null,
      broken: [],
    })
  })

  it("gives a command that lets a broken history happen again", () => {
    const broken = [
      { invariant: "one_medusa_order_each" as const, message: "two" },
    ]
    const report = reportOf([result({ broken })], 3)
    expect(report.ok).toBe(false)
    expect(reportText(report)).toContain(
      "npm run simulate -- --seed 17 --events 200"
    )
  })

  it("says which faults never struck once there were enough events", () => {
    const many = Array.from({ length: 50 }, () => result())
    const report = reportOf(many, 3)
    expect(report.ok).toBe(false)
    expect(report.never_struck).toHaveLength(FAULT_NAMES.length - 1)
    const all = many.map((one) => ({ ...one, hits: everyFault }))
    expect(reportOf(all, 3).ok).toBe(true)
  })
})
