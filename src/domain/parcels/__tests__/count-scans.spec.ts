import fc from "fast-check"
import { CountedLine, isComplete, judgeItem, withCounts } from "../count-scans"

const line = (changes: Partial<CountedLine> = {}): CountedLine => ({
  line_ids: ["ordli_1"],
  codes: ["8934567890123", "LY-LAM-S"],
  quantity: 2,
  scanned: 0,
  ...changes,
})

describe("an item that is scanned for a parcel", () => {
  it("is counted by any of its codes", () => {
    const lines = [line()]
    for (const code of ["8934567890123", "ly-lam-s\n", "LINE:ORDLI_1"]) {
      expect(judgeItem(lines, code, 1)).toEqual({
        ok: true,
        code: "counted",
        line_id: "ordli_1",
      })
    }
  })

  it("packs the parcel when it is the last one", () => {
    const other = line({ line_ids: ["ordli_2"], codes: ["B"], scanned: 2 })
    expect(judgeItem([line(), other], "LY-LAM-S", 2).code).toBe("packed")
    expect(judgeItem([line(), other], "LY-LAM-S", 1).code).toBe("counted")
  })

  it("is wrong when the parcel has none of it", () => {
    expect(judgeItem([line()], "LY-LAM-M", 1)).toEqual({
      ok: false,
      code: "wrong_item",
      line_id: null,
    })
  })

  it("is too many when all are inside, and several at once fit or do not", () => {
    expect(judgeItem([line({ scanned: 2 })], "LY-LAM-S", 1).code).toBe(
      "too_many"
    )
    expect(judgeItem([line({ scanned: 1 })], "LY-LAM-S", 2).code).toBe(
      "too_many"
    )
  })

  it("is wrong when it goes into another parcel of the order, and too many when it was cancelled since", () => {
    const none = line({ quantity: 0 })
    expect(judgeItem([none], "LY-LAM-S", 1).code).toBe("wrong_item")
    expect(judgeItem([{ ...none, scanned: 1 }], "LY-LAM-S", 1).code).toBe(
      "too_many"
    )
  })

  it("counts for the next article that carries the same code", () => {
    const full = line({ scanned: 2 })
    const free = line({ line_ids: ["ordli_2"] })
    expect(judgeItem([full, free], "LY-LAM-S", 1)).toMatchObject({
      ok: true,
      line_id: "ordli_2",
    })
  })

  it("does not complete a parcel with something in it that was cancelled since", () => {
    const gone = line({ line_ids: ["ordli_2"], quantity: 0, scanned: 1 })
    expect(isComplete([line({ scanned: 2 }), gone])).toBe(false)
    expect(isComplete([])).toBe(false)
  })

  it("never counts beyond the contents, whatever is scanned and undone, in any order", () => {
    const contents = fc.array(fc.integer({ min: 1, max: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    const moves = fc.array(
      fc.oneof(
        fc.record({
          item: fc.integer({ min: 0, max: 5 }),
          quantity: fc.integer({ min: 1, max: 3 }),
        }),
        fc.constant("undo" as const)
      ),
      { maxLength: 40 }
    )
    fc.assert(
      fc.property(contents, moves, (quantities, steps) => {
        const lines = quantities.map((quantity, item) => ({
          line_ids: [`ordli_${item}`],
          codes: [`SKU-${item}`],
          quantity,
        }))
        const counted: { line_id: string; quantity: number }[] = []
        const now = () => {
          const counts = new Map<string, number>()
          for (const { line_id, quantity } of counted) {
            counts.set(line_id, (counts.get(line_id) ?? 0) + quantity)
          }
          return withCounts(lines, counts)
        }
        for (const step of steps) {
          if (step === "undo") {
            counted.pop()
            continue
          }
          const verdict = judgeItem(now(), `SKU-${step.item}`, step.quantity)
          if (verdict.ok) {
            counted.push({ line_id: verdict.line_id, quantity: step.quantity })
          }
          expect(now().every((one) => one.scanned <= one.quantity)).toBe(true)
          expect(isComplete(now())).toBe(
            verdict.ok
              ? verdict.code === "packed"
              : now().every((one) => one.scanned === one.quantity)
          )
        }
      })
    )
  })
})
