import { readUnitCost, variantCost } from "../unit-cost"

describe("a cost price", () => {
  it.each([
    [45_000, "vnd", 45_000],
    ["45000", "vnd", 45_000],
    ["45000.00", "vnd", 45_000],
    [0, "vnd", 0],
    ["12.5", "usd", 1_250],
  ])("%j in %s is %d of the smallest unit", (value, currency, cost) => {
    expect(readUnitCost(value, currency)).toBe(cost)
  })

  it.each([
    undefined,
    null,
    "",
    " ",
    "45.000 ₫",
    "about 3",
    -1,
    0.5,
    Number.NaN,
    true,
    {},
    [1],
  ])("%j is unknown", (value) => {
    expect(readUnitCost(value, "vnd")).toBeNull()
  })

  it("of a variant stands before that of its parts", () => {
    const parts = [
      { cost: 10, quantity: 2 },
      { cost: 5, quantity: 1 },
    ]
    expect(variantCost(7, parts)).toBe(7)
    expect(variantCost(null, parts)).toBe(25)
    expect(
      variantCost(null, [...parts, { cost: null, quantity: 1 }])
    ).toBeNull()
    expect(variantCost(null, [])).toBeNull()
  })
})
