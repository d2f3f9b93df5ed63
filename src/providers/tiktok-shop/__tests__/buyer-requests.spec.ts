import { BuyerRequestPage } from "../../../domain/provider/answers-buyer-requests"
import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { all } from "../../__fixtures__/pages"
import { networkError, Reply } from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"
import { buildCancellation, buildReturn } from "../__fixtures__/requests"
import { bodyOf, NOW, setUp } from "../__fixtures__/scripted-provider"
import { mapCancellation, mapReturn } from "../mappers"

const day = 86_400
const cancellations = (list: JsonObject[], next_page_token = "") =>
  answer({ cancellations: list, next_page_token, total_count: list.length })
const returns = (list: JsonObject[]) => answer({ return_orders: list })

describe("readBuyerRequests", () => {
  const window = {
    by: "updated_at",
    from: new Date((NOW - day) * 1000),
    to: new Date(NOW * 1000),
  } as const

  it("walks both searches with the same filter, oldest change first", async () => {
    const { provider, sent, access } = setUp(
      cancellations([buildCancellation({ cancel_id: "1" })], "t="),
      cancellations([buildCancellation({ cancel_id: "2" })]),
      returns([buildReturn({ return_id: "1" })])
    )
    const found = await all(provider.readBuyerRequests(access, window))
    expect(found.map(({ external_id }) => external_id)).toEqual([
      "cancellation:1",
      "cancellation:2",
      "return:1",
    ])
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      "/return_refund/202309/cancellations/search",
      "/return_refund/202309/cancellations/search",
      "/return_refund/202309/returns/search",
    ])
    for (const request of sent) {
      expect(Object.fromEntries(request.url.searchParams)).toMatchObject({
        page_size: "50",
        sort_field: "update_time",
        sort_order: "ASC",
        shop_cipher: "ROW_demoCipherVN01",
      })
      expect(bodyOf(request)).toEqual({
        update_time_ge: NOW - day,
        update_time_lt: NOW,
        locale: "vi-VN",
      })
    }
    expect(sent[1].url.searchParams.get("page_token")).toBe("t=")
  })

  it("asks for the requests of each order once, fifty orders at a time", async () => {
    const { provider, sent, access } = setUp(answer({}))
    const ids = Array.from({ length: 60 }, (_, index) => String(index))
    await all(
      provider.readBuyerRequests(access, {
        by: "order",
        order_external_ids: [...ids, "0"],
      })
    )
    const asked = sent.map((request) => bodyOf(request).order_ids)
    expect(asked).toEqual([
      ids.slice(0, 50),
      ids.slice(0, 50),
      ids.slice(50),
      ids.slice(50),
    ])
  })

  it("names a request that cannot be understood, and reads on", async () => {
    const strange = { return_type: "SWAP", return_id: "7" }
    const { provider, access } = setUp(
      cancellations([]),
      returns([buildReturn(strange), buildReturn({ return_id: "8" })])
    )
    const pages: BuyerRequestPage[] = []
    for await (const page of provider.readBuyerRequests(access, window)) {
      pages.push(page)
    }
    expect(pages[1].items).toMatchObject([{ external_id: "return:8" }])
    expect(pages[1].unreadable).toEqual([
      {
        external_id: "return:7",
        problem: 'return_type: "SWAP" is not known',
        order_external_id: expect.stringMatching(/^\d+$/),
        raw_status: expect.stringMatching(/^[A-Z_]+$/),
        kind: "return",
      },
    ])
  })
})

describe("readRejectReasons", () => {
  const reasons = (...texts: (string | null)[]) =>
    answer({
      reasons: texts.map((text, place) => ({ name: `reason_${place}`, text })),
    })

  it("are told in both languages", async () => {
    const { provider, sent, access } = setUp(
      reasons("Packed", null),
      reasons("Đã đóng gói")
    )
    expect(
      await provider.readRejectReasons(access, { external_id: "return:5" })
    ).toEqual([
      { value: "reason_0", label: { en: "Packed", vi: "Đã đóng gói" } },
      { value: "reason_1", label: { en: "reason_1", vi: "reason_1" } },
    ])
    expect(
      sent.map(({ url }) => [
        url.searchParams.get("return_or_cancel_id"),
        url.searchParams.get("locale"),
      ])
    ).toEqual([
      ["5", "en-US"],
      ["5", "vi-VN"],
    ])
  })

  it("are English where Vietnamese is refused", async () => {
    const { provider, access } = setUp(reasons("Packed"), failure(36009004))
    expect(
      await provider.readRejectReasons(access, { external_id: "return:5" })
    ).toEqual([{ value: "reason_0", label: { en: "Packed", vi: "Packed" } }])
  })

  it("there are none for a request that is not TikTok's", async () => {
    const { provider, sent, access } = setUp(reasons())
    expect(
      await errorOf(provider.readRejectReasons(access, { external_id: "5" }))
    ).toMatchObject({ kind: "not_found" })
    expect(sent).toHaveLength(0)
  })
})

describe("answerBuyerRequest", () => {
  const APPROVE = { kind: "approve" } as const
  const REJECT = { kind: "reject", reason: "packed", comment: "Sorry" } as const
  const asks = (action: string) => ({
    seller_next_action_response: [{ action, deadline: NOW }],
  })

  it("approves a cancellation without a body", async () => {
    const wire = buildCancellation({ cancel_id: "5" })
    const { provider, sent, access } = setUp(cancellations([wire]), answer({}))
    await provider.answerBuyerRequest(
      access,
      mapCancellation(wire),
      APPROVE,
      "key-1"
    )
    expect(bodyOf(sent[0])).toMatchObject({ cancel_ids: ["5"] })
    expect(sent[1]).toMatchObject({ method: "POST", body: undefined })
    expect(sent[1].url.pathname).toBe(
      "/return_refund/202309/cancellations/5/approve"
    )
    expect(sent[1].url.searchParams.get("idempotency_key")).toBe("key-1")
  })

  it("rejects a cancellation with its reason", async () => {
    const wire = buildCancellation({ cancel_id: "5" })
    const { provider, sent, access } = setUp(cancellations([wire]), answer({}))
    await provider.answerBuyerRequest(
      access,
      mapCancellation(wire),
      REJECT,
      "k"
    )
    expect(sent[1].url.pathname).toBe(
      "/return_refund/202309/cancellations/5/reject"
    )
    expect(bodyOf(sent[1])).toEqual({
      reject_reason: "packed",
      comment: "Sorry",
    })
  })

  it.each([
    ["SELLER_RESPOND_REFUND", "REFUND"],
    ["SELLER_RESPOND_RETURN", "RETURN"],
    ["SELLER_RESPOND_RECEIVE_PACKAGE", "RECEIVED_PACKAGE"],
    ["SELLER_RESPOND_REPLACEMENT", "REPLACEMENT"],
  ])("decides what %s asks", async (action, subject) => {
    const wire = buildReturn(asks(action))
    const approved = setUp(returns([wire]), answer({}))
    await approved.provider.answerBuyerRequest(
      approved.access,
      mapReturn(wire),
      APPROVE,
      "k"
    )
    expect(bodyOf(approved.sent[1])).toEqual({ decision: `APPROVE_${subject}` })
    const rejected = setUp(returns([wire]), answer({}))
    await rejected.provider.answerBuyerRequest(
      rejected.access,
      mapReturn(wire),
      { ...REJECT, comment: null },
      "k"
    )
    expect(bodyOf(rejected.sent[1])).toEqual({
      decision: `REJECT_${subject}`,
      reject_reason: "packed",
    })
  })

  it.each<[string, JsonObject[]]>([
    ["has changed", [buildReturn({ return_status: "AWAITING_BUYER_SHIP" })]],
    ["asks no more", [buildReturn({ seller_next_action_response: [] })]],
    ["asks something new", [buildReturn(asks("SELLER_RESPOND_RIDDLE"))]],
    ["is gone", []],
  ])("answers no request that %s", async (_what, found) => {
    const { provider, sent, access } = setUp(returns(found), answer({}))
    const error = await errorOf(
      provider.answerBuyerRequest(
        access,
        mapReturn(buildReturn()),
        APPROVE,
        "k"
      )
    )
    expect(error.kind).toBe(found.length ? "rejected" : "not_found")
    expect(sent).toHaveLength(1)
  })

  it.each<[string, Reply]>([
    ["is lost", networkError("ECONNRESET")],
    ["is an internal error", failure(36009003)],
  ])("asks no second time when the answer %s", async (_what, reply) => {
    const wire = buildReturn()
    const { provider, sent, access } = setUp(returns([wire]), reply)
    const error = await errorOf(
      provider.answerBuyerRequest(access, mapReturn(wire), APPROVE, "k")
    )
    expect(error.kind).toBe("outcome_unknown")
    expect(sent).toHaveLength(2)
  })
})
