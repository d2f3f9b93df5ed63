import {
  daysOfMonth,
  feeBars,
  feeKindsOf,
  monthText,
  outstandingBars,
} from "../lib/report-bars"

describe("bars of fees", () => {
  it("have the largest kinds by themselves and the rest together", () => {
    const kinds = [
      "commission",
      "payment",
      "shipping",
      "vat",
      "income_tax",
      "fixed",
      "campaign",
    ] as const
    const { keys, bars } = feeBars([
      {
        id: "2026-03",
        fees: -280,
        fee_parts: kinds.map((kind, index) => ({
          kind,
          amount: -(70 - index * 10),
        })),
      },
      {
        id: "2026-02",
        fees: -100,
        fee_parts: [
          { kind: "vat", amount: -140 },
          { kind: "commission", amount: 40 },
        ],
      },
    ])
    expect(keys).toEqual([
      "vat",
      "commission",
      "payment",
      "shipping",
      "income_tax",
      "rest",
    ])
    expect(bars[0].total).toBe(280)
    expect(bars[0].parts.at(-1)).toMatchObject({ key: "rest", amount: 30 })
    const widths = bars.map(({ parts }) =>
      parts.reduce((sum, { width }) => sum + width, 0)
    )
    expect(widths[0]).toBeCloseTo(100)
    expect(widths[1]).toBeCloseTo(50)
    expect(bars[1].parts.map(({ key }) => key)).toEqual(["vat"])
  })

  it("are none without fees", () => {
    expect(feeBars([{ id: "a", fees: 0, fee_parts: [] }])).toEqual({
      keys: [],
      bars: [{ id: "a", total: 0, parts: [] }],
    })
  })
})

it("bars of what is outstanding keep the order of the ages", () => {
  const { keys, bars } = outstandingBars([
    {
      channel_id: "c",
      channel_name: "Gốm",
      currency_code: "vnd",
      count: 2,
      amount: 40,
      ages: [
        { age: "0-7", count: 1, amount: 10 },
        { age: "8-14", count: 0, amount: 0 },
        { age: "15-30", count: 1, amount: 30 },
        { age: "31+", count: 0, amount: 0 },
      ],
    },
  ])
  expect(keys).toEqual(["0-7", "8-14", "15-30", "31+"])
  expect(bars[0].total).toBe(40)
  expect(bars[0].parts.map(({ key, width }) => [key, width])).toEqual(
    expect.arrayContaining([
      ["0-7", 25],
      ["15-30", 75],
    ])
  )
})

it("months have their days and their Vietnamese name", () => {
  expect(daysOfMonth("2028-02")).toEqual({
    from: "2028-02-01",
    to: "2028-02-29",
  })
  expect(daysOfMonth("2026-12").to).toBe("2026-12-31")
  expect(monthText("2026-03")).toBe("03/2026")
})

it("kinds of fees stand by how much they took", () => {
  expect(
    feeKindsOf({
      fee_parts: [
        { kind: "vat", amount: -3 },
        { kind: "payment", amount: 0 },
        { kind: "commission", amount: -9 },
        { kind: "shipping", amount: 2 },
      ],
    })
  ).toEqual(["commission", "vat", "shipping"])
})
