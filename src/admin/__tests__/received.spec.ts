import * as fc from "fast-check"
import {
  allGood,
  exceeds,
  expectedLines,
  expectedOf,
  returnStart,
  saidLines,
} from "../lib/received"
import type {
  BuyerRequest,
  ChannelOrder,
  ChannelOrderLine,
  Receipt,
} from "../lib/types"

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

  describe("counted by a person, of one order", () => {
    const request = (overrides: Partial<BuyerRequest>) =>
      ({
        id: "mpreq_1",
        kind: "return",
        state: "shipped_back",
        requested_at: "2026-11-02T00:00:00.000Z",
        received_at: null,
        lines: [{ external_line_id: "u1", quantity: 1 }],
        ...overrides,
      }) as BuyerRequest
    const receipt = (overrides: Partial<Receipt>) =>
      ({
        parcel_external_id: "P1",
        buyer_request_id: null,
        lines: [{ line_id: "line_1", good: 1, damaged: 0, lost: 0 }],
        ...overrides,
      }) as Receipt
    const start = (overrides: Partial<ChannelOrder> = {}) => {
      const { expected, filled, ...rest } = returnStart({
        status: "succeeded",
        lines: [
          line({ external_line_ids: ["u1", "u2", "u3"] }),
          line({ id: "line_2", quantity: 1, external_line_ids: ["u4"] }),
        ],
        parcels: [{ external_id: "P1", state: "delivered" }],
        ...overrides,
      } as ChannelOrder)
      expect(filled.every(({ damaged, lost }) => damaged + lost === 0)).toBe(
        true
      )
      return {
        most: expected.map(({ quantity }) => quantity),
        filled: filled.map(({ good }) => good),
        request: rest.request?.id ?? null,
        is_kept: rest.is_kept,
      }
    }
    const none = { request: null, is_kept: false }

    it("are all of it while no return is known", () => {
      expect(start()).toEqual({ most: [3, 1], filled: [3, 1], ...none })
      expect(start({ returns: [request({ state: "refused" })] })).toEqual({
        most: [3, 1],
        filled: [3, 1],
        ...none,
      })
    })

    it("are those of the awaited return, of several the oldest", () => {
      expect(start({ returns: [request({})] })).toEqual({
        most: [3, 1],
        filled: [1, 0],
        request: "mpreq_1",
        is_kept: false,
      })
      const newer = request({
        id: "mpreq_2",
        requested_at: "2026-11-03T00:00:00.000Z",
        lines: [{ external_line_id: "u4", quantity: 1 }],
      })
      const here = request({ received_at: "2026-11-04T00:00:00.000Z" })
      expect(start({ returns: [newer, request({})] }).filled).toEqual([1, 0])
      expect(
        start({
          returns: [newer, here],
          receipts: [receipt({ buyer_request_id: "mpreq_1" })],
        })
      ).toEqual({
        most: [2, 1],
        filled: [0, 1],
        request: "mpreq_2",
        is_kept: false,
      })
    })

    it("are not counted again that came without anybody asking", () => {
      expect(
        start({ returns: [request({})], receipts: [receipt({})] })
      ).toMatchObject({ most: [2, 1], filled: [0, 0] })
    })

    it("are what is left when a return names no units, or none is known", () => {
      expect(start({ returns: [request({ lines: [] })] }).filled).toEqual([
        3, 1,
      ])
      expect(start({ status: "returning", receipts: [receipt({})] })).toEqual({
        most: [2, 1],
        filled: [2, 1],
        ...none,
      })
    })

    it("are for a person to count once the buyer keeps what is left", () => {
      expect(
        start({ receipts: [receipt({ buyer_request_id: "mpreq_1" })] })
      ).toEqual({ most: [2, 1], filled: [0, 0], request: null, is_kept: true })
    })
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
