import * as fc from "fast-check"
import {
  judgeReceipt,
  leftToReceive,
  ReceivableLine,
  unitsAmong,
} from "../receivable"
import { ReceivedLine, unitsOf } from "../received-lines"

const LINE_IDS = ["a", "b", "c"]

const lines = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 })
  .map((units): ReceivableLine[] =>
    units.map((count, index) => ({
      line_id: LINE_IDS[index],
      external_line_ids: [`x${index}`],
      units: count,
    }))
  )

const said = fc.array(
  fc.record({
    line_id: fc.constantFrom(...LINE_IDS, "other"),
    good: fc.nat(3),
    damaged: fc.nat(2),
    lost: fc.nat(2),
  }),
  { maxLength: 4 }
)

const total = (received: ReceivedLine[], line_id?: string) =>
  received
    .filter((line) => !line_id || line.line_id === line_id)
    .reduce((sum, line) => sum + unitsOf(line), 0)

describe("what is said to have come back", () => {
  it("never adds up to more than went out, in any order of receipts", () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(fc.option(said), { maxLength: 6 }),
        (ordered, receipts) => {
          const earlier: ReceivedLine[] = []
          for (const receipt of receipts) {
            const verdict = judgeReceipt(ordered, earlier, receipt)
            if (verdict.ok) {
              expect(verdict.lines.length).toBeGreaterThan(0)
              earlier.push(...verdict.lines)
            }
          }
          for (const { line_id, units } of ordered) {
            expect(total(earlier, line_id)).toBeLessThanOrEqual(units)
          }
        }
      )
    )
  })

  it("is taken as it is said, or not at all", () => {
    fc.assert(
      fc.property(lines, said, (ordered, receipt) => {
        const verdict = judgeReceipt(ordered, [], receipt)
        if (verdict.ok) {
          expect(total(verdict.lines)).toBe(total(receipt))
        } else if (verdict.code === "line_not_in_order") {
          expect(ordered.map(({ line_id }) => line_id)).not.toContain(
            verdict.line_id
          )
        } else if (verdict.code === "too_many_units") {
          const line = ordered.find(
            ({ line_id }) => line_id === verdict.line_id
          )
          expect(total(receipt, verdict.line_id ?? "")).toBeGreaterThan(
            line?.units ?? 0
          )
        } else {
          expect(total(receipt)).toBe(0)
        }
      })
    )
  })

  it("is all that is left, and good, when nobody says otherwise", () => {
    fc.assert(
      fc.property(lines, said, (ordered, receipt) => {
        const first = judgeReceipt(ordered, [], receipt)
        const earlier = first.ok ? first.lines : []
        const rest = judgeReceipt(ordered, earlier, null)
        if (!rest.ok) {
          expect(rest.code).toBe("already_received")
          expect(leftToReceive(ordered, earlier)).toEqual([])
          return
        }
        expect(leftToReceive(ordered, [...earlier, ...rest.lines])).toEqual([])
        expect(
          rest.lines.every(({ damaged, lost }) => damaged + lost === 0)
        ).toBe(true)
      })
    )
  })

  it("is what was expected, where something tells what that was", () => {
    const ordered = [
      { line_id: "a", external_line_ids: ["x"], units: 3 },
      { line_id: "b", external_line_ids: ["y"], units: 1 },
    ]
    const expected = [
      { line_id: "a", units: 2 },
      { line_id: "b", units: 0 },
    ]
    const two = [{ line_id: "a", good: 2, damaged: 0, lost: 0 }]
    expect(judgeReceipt(ordered, [], null, expected)).toEqual({
      ok: true,
      lines: two,
    })
    expect(judgeReceipt(ordered, two, null, expected)).toEqual({
      ok: true,
      lines: [{ line_id: "a", good: 1, damaged: 0, lost: 0 }],
    })
  })

  it("is no more than is left in a parcel of which something was received", () => {
    const ordered = [
      { line_id: "a", external_line_ids: ["x"], units: 5 },
      { line_id: "b", external_line_ids: ["y"], units: 2 },
    ]
    const parcel = [
      { line_id: "a", units: 2 },
      { line_id: "b", units: 0 },
    ]
    const good = (line_id: string, units: number) => [
      { line_id, good: units, damaged: 0, lost: 0 },
    ]
    const judge = (before: ReceivedLine[], said: ReceivedLine[] | null) =>
      judgeReceipt(ordered, before, said, parcel, before)
    expect(judge(good("a", 1), null)).toEqual({ ok: true, lines: good("a", 1) })
    expect(judge(good("a", 1), good("a", 2))).toMatchObject({
      code: "too_many_units",
    })
    expect(judge(good("a", 2), null)).toMatchObject({
      code: "already_received",
    })
    expect(judge(good("a", 2), good("a", 1))).toMatchObject({
      code: "already_received",
    })
    expect(judge(good("a", 2), good("b", 1))).toMatchObject({ ok: true })
    expect(judgeReceipt(ordered, good("a", 2), good("a", 3), parcel)).toEqual({
      ok: true,
      lines: good("a", 3),
    })
  })
})

describe("units of a line in a parcel", () => {
  it.each([
    [["1", "2", "3"], 3, ["2"], 1],
    [["1", "2", "3"], 3, ["1", "2", "3"], 3],
    [["1"], 4, ["1"], 4],
    [["1"], 4, ["2"], 0],
    [["1", "2", "3"], 1, ["1", "2"], 1],
  ])("%j of %i units, in %j: %i", (external_line_ids, units, parcel, found) => {
    expect(unitsAmong({ external_line_ids, units }, parcel)).toBe(found)
  })
})
