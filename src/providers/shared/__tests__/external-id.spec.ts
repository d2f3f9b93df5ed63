import fc from "fast-check"
import { compareIds } from "../external-id"

describe("compareIds", () => {
  it("agrees with the numbers", () => {
    const id = fc.bigInt({ min: 0n, max: 10n ** 25n })
    fc.assert(
      fc.property(id, id, (one, other) => {
        const expected = one < other ? -1 : one > other ? 1 : 0
        expect(Math.sign(compareIds(String(one), String(other)))).toBe(expected)
      })
    )
  })

  it("puts ids that are no numbers last", () => {
    expect(["b", "10", "a", "9"].sort(compareIds)).toEqual([
      "9",
      "10",
      "a",
      "b",
    ])
  })
})
