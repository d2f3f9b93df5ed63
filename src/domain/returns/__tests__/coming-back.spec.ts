import * as fc from "fast-check"
import { hostMoves, wantedHostState } from "../../orders/host-state"
import { ORDER_STATUSES } from "../../orders/order-status"
import { BUYER_REQUEST_STATES } from "../buyer-request"
import {
  goodsBack,
  GoodsReceipt,
  GoodsRequest,
  reservedLines,
  stillComingBack,
} from "../coming-back"
import { judgeReceipt, ReceivableLine } from "../receivable"
import { ReceivedLine } from "../received-lines"

const LINES: ReceivableLine[] = [
  { line_id: "a", external_line_ids: ["1", "2", "3"], units: 3 },
  { line_id: "b", external_line_ids: ["4"], units: 2 },
]

const request = fc.record({
  kind: fc.constantFrom(
    "cancellation",
    "refund",
    "return",
    "replacement"
  ) as fc.Arbitrary<GoodsRequest["kind"]>,
  state: fc.constantFrom(...BUYER_REQUEST_STATES),
  received_at: fc.option(fc.constant(new Date(0))),
  lines: fc.array(
    fc.record({
      external_line_id: fc.constantFrom("1", "2", "3", "4"),
      quantity: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 3 }
  ),
})

const receipts = fc
  .array(
    fc.record({
      buyer_request_id: fc.option(fc.constant("mpreq_1")),
      lines: fc.array(
        fc.record({
          line_id: fc.constantFrom("a", "b"),
          good: fc.nat(2),
          damaged: fc.nat(1),
          lost: fc.nat(1),
        }),
        { maxLength: 2 }
      ),
    }),
    { maxLength: 4 }
  )
  .map((said) =>
    said.reduce<GoodsReceipt[]>((kept, receipt) => {
      const earlier = kept.flatMap(({ lines }) => lines)
      const verdict = judgeReceipt(LINES, earlier, receipt.lines)
      return verdict.ok ? [...kept, { ...receipt, lines: verdict.lines }] : kept
    }, [])
  )

const receivedOf = (given: GoodsReceipt[]) =>
  given.flatMap(({ lines }) => lines)
const sum = (units: number[]) => units.reduce((total, one) => total + one, 0)

describe("what is still coming back", () => {
  it("and what came back are never more than what went out", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORDER_STATUSES),
        fc.array(request, { maxLength: 3 }),
        receipts,
        (status, requests, given) => {
          const expected = stillComingBack(status, LINES, requests, given)
          for (const { line_id, units } of LINES) {
            const open = expected.find((line) => line.line_id === line_id)
            const back = receivedOf(given).filter(
              (line) => line.line_id === line_id
            )
            expect(open?.units ?? 1).toBeGreaterThan(0)
            expect(
              (open?.units ?? 0) +
                sum(
                  back.map(({ good, damaged, lost }) => good + damaged + lost)
                )
            ).toBeLessThanOrEqual(units)
          }
        }
      )
    )
  })

  it("is everything that is left of an order that comes back as a whole", () => {
    fc.assert(
      fc.property(receipts, (given) => {
        const expected = stillComingBack("returning", LINES, [], given)
        const all = [
          ...receivedOf(given),
          ...expected.map(({ line_id, units }) => ({
            line_id,
            good: units,
            damaged: 0,
            lost: 0,
          })),
        ]
        expect(goodsBack(LINES, all)).not.toBe("none")
      })
    )
  })

  it.each(["waiting", "refused", "withdrawn"] as const)(
    "is nothing of a request that is %s",
    (state) => {
      const lines = [{ external_line_id: "1", quantity: 1 }]
      const asked = { kind: "return" as const, state, lines, received_at: null }
      expect(stillComingBack("succeeded", LINES, [asked], [])).toEqual([])
    }
  )

  it("is no longer what came without anybody naming the request", () => {
    const asked: GoodsRequest = {
      kind: "return",
      state: "shipped_back",
      received_at: null,
      lines: [
        { external_line_id: "1", quantity: 1 },
        { external_line_id: "2", quantity: 1 },
      ],
    }
    const one = [{ line_id: "a", good: 1, damaged: 0, lost: 0 }]
    const expected = (buyer_request_id: string | null) =>
      stillComingBack(
        "succeeded",
        LINES,
        [asked],
        [{ buyer_request_id, lines: one }]
      )
    expect(expected(null)).toEqual([{ line_id: "a", units: 1 }])
    expect(expected("mpreq_other")).toEqual([{ line_id: "a", units: 2 }])
  })
})

describe("goods that come back before they left the count", () => {
  it("are free, gone or kept, and nothing else", () => {
    fc.assert(
      fc.property(receipts, (given) => {
        const received = receivedOf(given)
        const found = reservedLines(LINES, received)
        found.forEach(({ free, gone, kept }, index) =>
          expect(free + gone + kept).toBe(LINES[index].units)
        )
        const back = goodsBack(LINES, received)
        const state = wantedHostState("returned", "succeeded", back)
        expect(state === "canceled").toBe(
          sum(found.map(({ gone, kept }) => gone + kept)) === 0
        )
        expect(state === "shipped").toBe(
          sum(found.map(({ kept }) => kept)) === 0 &&
            sum(found.map(({ gone }) => gone)) > 0
        )
      })
    )
  })

  it.each(["shipped", "delivered", "completed"] as const)(
    "never undo what is %s",
    (from) => {
      for (const back of ["none", "all_good", "some_gone"] as const) {
        for (const setting of ["handover", "succeeded"] as const) {
          const moves = hostMoves(
            from,
            wantedHostState("returned", setting, back)
          )
          expect(moves ?? []).toEqual([])
        }
      }
    }
  )

  it("tells a parcel that came back in parts from one that is not all there", () => {
    const good = (units: number): ReceivedLine[] => [
      { line_id: "a", good: units, damaged: 0, lost: 0 },
    ]
    const line = [LINES[0]]
    expect(goodsBack(line, good(2))).toBe("none")
    expect(goodsBack(line, [...good(1), ...good(2)])).toBe("all_good")
    expect(
      goodsBack(line, [
        ...good(2),
        { line_id: "a", good: 0, damaged: 0, lost: 1 },
      ])
    ).toBe("some_gone")
    expect(goodsBack([], [])).toBe("none")
  })
})
