import { failuresAfter } from "../push-outcome"

describe("the rest after a write", () => {
  it("grows with refusals only, and ends with a write that was taken", () => {
    expect(failuresAfter("refused", 2)).toBe(3)
    expect(failuresAfter("accepted", 7)).toBe(0)
    for (const outcome of ["unknown", "locked", "postponed"] as const) {
      expect([outcome, failuresAfter(outcome, 2)]).toEqual([outcome, 2])
    }
  })
})
