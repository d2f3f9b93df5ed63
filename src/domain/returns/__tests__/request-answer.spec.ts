import fc from "fast-check"
import {
  BUYER_REQUEST_KINDS,
  BUYER_REQUEST_STATES,
  isToAnswer,
  NeutralBuyerRequest,
} from "../buyer-request"
import {
  decideRequestAnswer,
  judgeLostRequestAnswer,
  RequestWish,
} from "../request-answer"

const request = (
  changes: Partial<NeutralBuyerRequest> = {}
): NeutralBuyerRequest => ({
  external_id: "return:1",
  order_external_id: "578000000000000001",
  kind: "return",
  state: "waiting",
  raw_status: "PENDING",
  initiator: "buyer",
  reason: null,
  reason_text: null,
  requested_at: new Date("2026-03-01T00:00:00Z"),
  external_updated_at: new Date("2026-03-01T00:00:00Z"),
  respond_by: null,
  answers: ["approve", "reject"],
  tracking_number: null,
  carrier: null,
  refund_amount: null,
  currency_code: null,
  lines: [],
  next_external_id: null,
  ...changes,
})

const approve: RequestWish = {
  answer: "approve",
  about: "return",
  external_id: null,
}
const reject: RequestWish = { ...approve, answer: "reject" }

describe("which request is answered", () => {
  it("is the open one of the kind that was meant", () => {
    const open = request({ kind: "refund" })
    const others = [
      request({ external_id: "cancellation:1", kind: "cancellation" }),
      request({ external_id: "return:2", state: "refused", answers: [] }),
    ]
    expect(decideRequestAnswer(approve, [...others, open])).toEqual({
      kind: "answer",
      request: open,
    })
  })

  it("is answered at every stage that asks, not only while it is new", () => {
    const arrived = request({ state: "shipped_back" })
    expect(decideRequestAnswer(reject, [arrived])).toMatchObject({
      kind: "answer",
    })
  })

  it("is not guessed among several, unless it is named", () => {
    const both = [request(), request({ external_id: "return:2" })]
    expect(decideRequestAnswer(approve, both)).toEqual({
      kind: "problem",
      code: "several_requests",
    })
    expect(
      decideRequestAnswer({ ...approve, external_id: "return:2" }, both)
    ).toEqual({ kind: "answer", request: both[1] })
  })

  it.each([
    ["nothing", [], "no_open_request"],
    [
      "one that was taken back",
      [request({ state: "withdrawn", answers: [] })],
      "no_open_request",
    ],
    [
      "one that goes on under another id",
      [request({ next_external_id: "return:2" })],
      "no_open_request",
    ],
    [
      "one that waits for the buyer",
      [request({ state: "offered", answers: [] })],
      "answer_not_offered",
    ],
    [
      "one that waits, not for the seller",
      [request({ answers: [] })],
      "answer_not_offered",
    ],
    [
      "one that was approved",
      [request({ state: "settled", answers: [] })],
      "already_answered",
    ],
    [
      "one that was refused",
      [request({ state: "refused", answers: [] })],
      "already_answered",
    ],
    [
      "one that may only be rejected",
      [request({ answers: ["reject"] })],
      "answer_not_offered",
    ],
  ])("approving %s is not sent", (_, requests, code) => {
    const decision = { kind: "problem", code }
    expect(decideRequestAnswer(approve, requests)).toEqual(decision)
  })

  it("is always offered by the marketplace, of the right kind and still valid", () => {
    const requests = fc.array(
      fc
        .record({
          external_id: fc.constantFrom("1", "2", "3"),
          kind: fc.constantFrom(...BUYER_REQUEST_KINDS),
          state: fc.constantFrom(...BUYER_REQUEST_STATES),
          answers: fc.subarray<"approve" | "reject">(["approve", "reject"]),
          next_external_id: fc.constantFrom(null, "9"),
        })
        .map(request)
    )
    const wishes: fc.Arbitrary<RequestWish> = fc.record({
      answer: fc.constantFrom("approve", "reject"),
      about: fc.constantFrom("cancellation", "return"),
      external_id: fc.constantFrom(null, "1", "2"),
    })
    fc.assert(
      fc.property(wishes, requests, (wish, all) => {
        const decision = decideRequestAnswer(wish, all)
        if (decision.kind === "answer") {
          const { request: chosen } = decision
          expect(all).toContain(chosen)
          expect(chosen.answers).toContain(wish.answer)
          expect(chosen.next_external_id).toBeNull()
          expect(chosen.kind === "cancellation").toBe(
            wish.about === "cancellation"
          )
          expect([null, chosen.external_id]).toContain(wish.external_id)
        }
      })
    )
  })
})

describe("an answer that was lost", () => {
  const after = (changes: Partial<NeutralBuyerRequest>) =>
    request({ raw_status: "MOVED", answers: [], ...changes })

  it.each([
    ["cannot be read again", null, "outcome_unknown", false],
    ["stands where it stood", request(), "outcome_unknown", false],
    ["was granted", after({ state: "approved" }), "approved", true],
    ["waits on", after({ state: "waiting" }), "outcome_unknown", false],
    [
      "waits for the buyer",
      after({ state: "offered" }),
      "outcome_unknown",
      false,
    ],
    ["was refused", after({ state: "refused" }), "already_answered", false],
    ["was taken back", after({ state: "withdrawn" }), "no_open_request", false],
  ])("to a request that %s", (_, found, code, ok) => {
    expect(judgeLostRequestAnswer("approve", "PENDING", found)).toEqual({
      ok,
      code,
    })
  })

  it("of a rejection counts when the request is refused", () => {
    const refused = after({ state: "refused" })
    expect(judgeLostRequestAnswer("reject", "PENDING", refused)).toEqual({
      ok: true,
      code: "rejected_request",
    })
  })

  // TikTok Shop's cancellations end alike, refused or taken back.
  it("of a rejected cancellation counts when the cancellation has ended", () => {
    const ended = after({ kind: "cancellation", state: "withdrawn" })
    expect(judgeLostRequestAnswer("reject", "PENDING", ended)).toEqual({
      ok: true,
      code: "rejected_request",
    })
    expect(judgeLostRequestAnswer("approve", "PENDING", ended)).toEqual({
      ok: false,
      code: "no_open_request",
    })
    const edited = { ...ended, next_external_id: "cancellation:2" }
    expect(judgeLostRequestAnswer("reject", "PENDING", edited)).toEqual({
      ok: false,
      code: "no_open_request",
    })
  })

  it("of a rejected return is not proven by its being taken back", () => {
    const ended = after({ kind: "return", state: "withdrawn" })
    expect(judgeLostRequestAnswer("reject", "PENDING", ended)).toEqual({
      ok: false,
      code: "no_open_request",
    })
  })
})

describe("a request is to be answered", () => {
  const toAnswer = (changes: Partial<NeutralBuyerRequest>) =>
    BUYER_REQUEST_STATES.filter((state) =>
      isToAnswer(request({ state, ...changes }))
    )

  it("in every state that is not over, goods that came back among them", () => {
    expect(toAnswer({})).toEqual([
      "waiting",
      "offered",
      "approved",
      "shipped_back",
      "not_understood",
    ])
  })

  it("only where the marketplace takes an answer, and under its newest id", () => {
    expect(toAnswer({ answers: [] })).toEqual([])
    expect(toAnswer({ next_external_id: "return:2" })).toEqual([])
  })
})
