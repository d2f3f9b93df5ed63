import { moneyKey, rowKey } from "../row-keys"

const LINE = {
  kind: "sale" as const,
  external_order_id: "579000000000000001",
  external_line_id: null,
  item_ref: "MUG-RED-M",
  quantity: 2,
  settled_at: new Date("2026-03-12T00:00:00Z"),
  currency_code: "vnd",
  amounts: { revenue: 270_000, fees: -16_500, adjustment: 0, net: 253_500 },
}

describe("the key of a row", () => {
  it("is the same for the same row and differs with every part of it", () => {
    const others = [
      { ...LINE, item_ref: "MUG-RED-L" },
      { ...LINE, quantity: 1 },
      { ...LINE, settled_at: new Date("2026-03-13T00:00:00Z") },
      { ...LINE, kind: "refund" as const },
      { ...LINE, external_order_id: "579000000000000002" },
      { ...LINE, amounts: { ...LINE.amounts, fees: -16_501, net: 253_499 } },
    ]
    const keys = [LINE, ...others].map(rowKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(rowKey({ ...LINE })).toBe(rowKey(LINE))
  })

  it("of the money is the same for a file and for the API", () => {
    const told = {
      ...LINE,
      external_line_id: "1640000000000000001",
      item_ref: null,
      quantity: null,
      settled_at: new Date("2026-03-12T07:00:00Z"),
    }
    expect(moneyKey(told)).toBe(moneyKey(LINE))
    expect(rowKey(told)).not.toBe(rowKey(LINE))
  })

  it("differs for two transactions of the API that are alike", () => {
    const first = { ...LINE, external_line_id: "1640000000000000001" }
    const second = { ...LINE, external_line_id: "1640000000000000002" }
    expect(rowKey(second)).not.toBe(rowKey(first))
    expect(moneyKey(second)).toBe(moneyKey(first))
  })

  it("of the money is the same whatever word either has for its kind", () => {
    const adjustment = {
      ...LINE,
      kind: "adjustment" as const,
      external_line_id: "7560000000000000950",
      amounts: { revenue: 0, fees: 0, adjustment: -15_000, net: -15_000 },
    }
    const unknown = { ...adjustment, kind: "unknown" as const }
    const another = { ...unknown, external_line_id: "7560000000000000951" }
    expect(moneyKey(unknown)).toBe(moneyKey(adjustment))
    expect(moneyKey(another)).not.toBe(moneyKey(adjustment))
    expect(moneyKey({ ...adjustment, kind: "sale" })).not.toBe(
      moneyKey(adjustment)
    )
  })
})
