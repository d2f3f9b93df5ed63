import * as fc from "fast-check"
import {
  allGood,
  exceeds,
  expectedLines,
  expectedOf,
  saidLines,
} from "../lib/received"
import type { ChannelOrderLine } from "../lib/types"

const line = (overrides: Partial<ChannelOrderLine>): ChannelOrderLine => ({
  id: "line_1",
  external_sku_id: "1",
  seller_sku: "MUG",
  title: "Ly sứ",
  sku_title: "Đỏ",
  quantity: 3,
  unit_price: 1000,
  variant_id: null,
  ...overrides,
})

describe("goods received back", () => {
  it("may be what was sold and not cancelled", () => {
    expect(
      expectedLines([
        line({ cancelled_quantity: 1 }),
        line({ id: "line_2", cancelled_quantity: 3 }),
      ])
    ).toEqual([
      {
        line_id: "line_1",
        title: "Ly sứ",
        detail: "Đỏ · MUG",
        image_url: null,
        quantity: 2,
      },
    ])
  })

  it("are all good, or all damaged, unless somebody says otherwise", () => {
    const expected = expectedLines([line({})])
    expect(allGood(expected)).toEqual([
      { line_id: "line_1", good: 3, damaged: 0, lost: 0 },
    ])
    expect(allGood(expected, "damaged")).toEqual([
      { line_id: "line_1", good: 0, damaged: 3, lost: 0 },
    ])
  })

  it("are never more than were expected", () => {
    const units = fc.nat(5)
    fc.assert(
      fc.property(
        units,
        units,
        units,
        units,
        (quantity, good, damaged, lost) => {
          const lines = [{ line_id: "a", good, damaged, lost }]
          expect(exceeds([{ line_id: "a", quantity }], lines)).toBe(
            good + damaged + lost > quantity
          )
        }
      )
    )
  })

  it("of a parcel are as somebody said, else not known yet", () => {
    const lines = [{ line_id: "a", title: "Ly sứ", quantity: 2 }]
    expect(expectedOf(lines)).toEqual([
      {
        line_id: "a",
        title: "Ly sứ",
        detail: "",
        image_url: null,
        quantity: 2,
      },
    ])
    expect(saidLines(lines)).toBeNull()
    expect(saidLines([{ line_id: "a", damaged: 1 }])).toEqual([
      { line_id: "a", good: 0, damaged: 1, lost: 0 },
    ])
  })
})
