import fc from "fast-check"
import {
  CopyVersion,
  latestRead,
} from "../../../../domain/orders/version-fence"
import {
  BUYER_REQUEST_STATES,
  NeutralBuyerRequest,
} from "../../../../domain/returns/buyer-request"
import {
  BuyerRequestRow,
  judgeBuyerRequest,
  newestOfEach,
  toBuyerRequestRow,
} from "../buyer-request-row"

const request = (
  changes: Partial<NeutralBuyerRequest> = {}
): NeutralBuyerRequest => ({
  external_id: "1",
  order_external_id: "578000000000000001",
  kind: "return",
  state: "waiting",
  raw_status: "PENDING",
  initiator: "buyer",
  reason: "no_longer_needed",
  reason_text: null,
  requested_at: new Date(0),
  external_updated_at: new Date(0),
  respond_by: null,
  answers: ["reject", "approve"],
  tracking_number: null,
  carrier: null,
  refund_amount: 120_000,
  currency_code: "vnd",
  lines: [{ external_line_id: "a", quantity: 1 }],
  next_external_id: null,
  ...changes,
})

describe("the row of a buyer's request", () => {
  it("holds the refund in the major unit, and none without a currency", () => {
    const refund = (refund_amount: number, currency_code: string | null) =>
      toBuyerRequestRow(request({ refund_amount, currency_code })).refund_amount
    expect(refund(120_000, "vnd")).toBe(120_000)
    expect(refund(1_999, "usd")).toBe(19.99)
    expect(refund(1_999, null)).toBeNull()
  })

  it("asks for nothing once it goes on under another id", () => {
    const row = toBuyerRequestRow(request({ next_external_id: "2" }))
    expect(row).toMatchObject({
      state: "withdrawn",
      answers: [],
      raw_status: "PENDING",
    })
  })

  it("has the same content however answers and lines are arranged", () => {
    const arranged = fc.tuple(
      fc.shuffledSubarray<"approve" | "reject">(["approve", "reject"], {
        minLength: 2,
      }),
      fc.shuffledSubarray(["a", "b", "b"], { minLength: 3 })
    )
    fc.assert(
      fc.property(arranged, ([answers, ids]) => {
        const lines = ids.map((external_line_id) => ({
          external_line_id,
          quantity: 1,
        }))
        const row = toBuyerRequestRow(request({ answers, lines }))
        expect(row.lines).toEqual([
          { external_line_id: "a", quantity: 1 },
          { external_line_id: "b", quantity: 2 },
        ])
        expect(row.content_hash).toBe(
          toBuyerRequestRow(
            request({
              lines: [
                { external_line_id: "a", quantity: 1 },
                { external_line_id: "b", quantity: 2 },
              ],
            })
          ).content_hash
        )
      })
    )
  })

  it("is taken once of several read together: as it changed last", () => {
    const early = toBuyerRequestRow(request({ state: "approved" }))
    const late = toBuyerRequestRow(
      request({ state: "settled", external_updated_at: new Date(1) })
    )
    expect(newestOfEach([early, late])).toEqual([late])
    expect(newestOfEach([late, early])).toEqual([late])
  })
})

type Stored = { row: BuyerRequestRow; version: CopyVersion }

/** What the register does with a copy that arrives. */
function arrive(
  stored: Stored | null,
  { row, version }: Stored
): Stored | null {
  const outcome = judgeBuyerRequest(
    stored?.version ?? null,
    row,
    version.read_started_at
  )
  if (outcome === "new" || outcome === "changed") {
    return { row, version }
  }
  return outcome === "unchanged" && stored
    ? {
        ...stored,
        version: {
          ...stored.version,
          read_started_at: latestRead(stored.version, version),
        },
      }
    : stored
}

type Step = Pick<NeutralBuyerRequest, "state" | "tracking_number"> & {
  moves_time: boolean
}

/** One read after each step; the marketplace's time may stand still while details change. */
function readAfterEach(steps: Step[]): Stored[] {
  let time = 0
  return steps.map(({ moves_time, ...step }, at) => {
    time += moves_time ? 1 : 0
    const external_updated_at = new Date(time)
    const row = toBuyerRequestRow(request({ ...step, external_updated_at }))
    const { content_hash } = row
    return {
      row,
      version: {
        external_updated_at,
        content_hash,
        read_started_at: new Date(at),
      },
    }
  })
}

describe("copies of a buyer's request", () => {
  const reads = fc
    .array(
      fc.record({
        state: fc.constantFrom(...BUYER_REQUEST_STATES),
        tracking_number: fc.constantFrom(null, "VN1", "VN2"),
        moves_time: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 }
    )
    .map(readAfterEach)
  const arrivals = reads.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all, ...all], {
        minLength: all.length * 3,
      })
    )
  )

  it("end as they were read last, in any order and however often they come", () => {
    fc.assert(
      fc.property(arrivals, ([all, shuffled]) => {
        const end = shuffled.reduce<Stored | null>(arrive, null)
        expect(end?.row).toEqual(all.at(-1)?.row)
      })
    )
  })
})
