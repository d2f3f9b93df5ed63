import fc from "fast-check"
import { MappingError } from "../../../domain/provider/mapping-error"
import { JsonObject } from "../../../domain/shared/json"
import { exampleData } from "../__fixtures__/description"
import { buildCancellation, buildReturn } from "../__fixtures__/requests"
import { mapCancellation, mapReturn } from "../mappers"

const unix = (seconds: number) => new Date(seconds * 1000)
const SILENT = { seller_next_action_response: [] }

describe("mapCancellation", () => {
  it("translates a whole request", () => {
    expect(mapCancellation(buildCancellation())).toEqual({
      external_id: "cancellation:4035318504086604100",
      order_external_id: "578000000000000001",
      kind: "cancellation",
      state: "waiting",
      raw_status: "CANCELLATION_REQUEST_PENDING",
      initiator: "buyer",
      reason: "buyer_cancel_reason_no_longer_needed",
      reason_text: "Không còn nhu cầu mua",
      requested_at: unix(1760000000),
      external_updated_at: unix(1760000100),
      respond_by: unix(1760172800),
      answers: ["approve", "reject"],
      tracking_number: null,
      carrier: null,
      refund_amount: 425000,
      currency_code: "vnd",
      lines: [
        { external_line_id: "578000000000010001", quantity: 1 },
        { external_line_id: "578000000000010002", quantity: 1 },
      ],
      next_external_id: null,
    })
  })

  it.each([
    ["CANCELLATION_REQUEST_PENDING", "waiting"],
    ["CANCELLATION_REQUEST_SUCCESS", "approved"],
    ["CANCELLATION_REQUEST_CANCEL", "withdrawn"],
    ["CANCELLATION_REQUEST_CANCELLED", "withdrawn"],
    ["CANCELLATION_REQUEST_COMPLETE", "settled"],
  ])("%s is %s", (cancel_status, state) => {
    expect(
      mapCancellation(buildCancellation({ ...SILENT, cancel_status }))
    ).toMatchObject({
      state,
      raw_status: cancel_status,
      answers: [],
      respond_by: null,
    })
  })

  it.each([
    ["BUYER", "buyer"],
    ["SELLER", "seller"],
    ["SYSTEM", "system"],
    ["", "system"],
  ])("%p began it: the %s", (role, initiator) => {
    expect(mapCancellation(buildCancellation({ role })).initiator).toBe(
      initiator
    )
  })
})

describe("mapReturn", () => {
  const map = (overrides: JsonObject = {}) => mapReturn(buildReturn(overrides))

  it("translates a whole return", () => {
    const shipped = map({
      return_status: "BUYER_SHIPPED_ITEM",
      return_tracking_number: "RT1",
      return_provider_name: "J&T Express",
      next_return_id: "99",
      seller_next_action_response: [
        { action: "SELLER_RESPOND_RECEIVE_PACKAGE", deadline: 1760172801 },
      ],
    })
    expect(shipped).toEqual({
      external_id: "return:4035318504086604100",
      order_external_id: "578000000000000001",
      kind: "return",
      state: "shipped_back",
      raw_status: "BUYER_SHIPPED_ITEM",
      initiator: "buyer",
      reason: "ecom_order_delivered_refund_reason_damaged",
      reason_text: "Hàng bị lỗi hoặc hư hỏng",
      requested_at: unix(1760000000),
      external_updated_at: unix(1760000100),
      respond_by: unix(1760172801),
      answers: ["approve", "reject"],
      tracking_number: "RT1",
      carrier: "J&T Express",
      refund_amount: 170000,
      currency_code: "vnd",
      lines: [{ external_line_id: "578000000000010001", quantity: 1 }],
      next_external_id: "return:99",
    })
  })

  it.each([
    ["RETURN_OR_REFUND_REQUEST_PENDING", "waiting"],
    ["AWAITING_BUYER_RESPONSE", "offered"],
    ["REFUND_OR_RETURN_REQUEST_REJECT", "refused"],
    ["AWAITING_BUYER_SHIP", "approved"],
    ["BUYER_SHIPPED_ITEM", "shipped_back"],
    ["REJECT_RECEIVE_PACKAGE", "refused"],
    ["RETURN_OR_REFUND_REQUEST_SUCCESS", "approved"],
    ["RETURN_OR_REFUND_REQUEST_COMPLETE", "settled"],
    ["RETURN_OR_REFUND_REQUEST_CANCEL", "withdrawn"],
    ["REPLACEMENT_REQUEST_PENDING", "waiting"],
    ["REPLACEMENT_REQUEST_REJECT", "refused"],
    ["REPLACEMENT_REQUEST_REFUND_SUCCESS", "approved"],
    ["REPLACEMENT_REQUEST_CANCEL", "withdrawn"],
    ["REPLACEMENT_REQUEST_COMPLETE", "settled"],
  ])("%s is %s", (return_status, state) => {
    expect(map({ ...SILENT, return_status })).toMatchObject({
      state,
      answers: [],
    })
  })

  it.each([
    ["REFUND", "refund"],
    ["RETURN_AND_REFUND", "return"],
    ["REPLACEMENT", "replacement"],
  ])("%s is a %s", (return_type, kind) => {
    expect(map({ return_type }).kind).toBe(kind)
  })

  it("expects no goods that the buyer keeps, once that is granted", () => {
    const kept = { can_buyer_keep_item: true }
    const granted = { return_status: "RETURN_OR_REFUND_REQUEST_SUCCESS" }
    expect(map(kept).kind).toBe("return")
    expect(map({ ...kept, return_status: "AWAITING_BUYER_SHIP" }).kind).toBe(
      "return"
    )
    expect(map({ ...kept, ...granted }).kind).toBe("refund")
    expect(
      map({ ...kept, ...granted, return_tracking_number: "RT1" }).kind
    ).toBe("return")
    expect(map(granted).kind).toBe("return")
  })

  it("names no amount without its currency", () => {
    const none = { refund_amount: null, currency_code: null }
    expect(map({ refund_amount: { refund_total: "5" } })).toMatchObject(none)
    expect(map({ refund_amount: { currency: "VND" } })).toMatchObject(none)
    expect(map({ refund_amount: null })).toMatchObject(none)
  })

  it("takes a unit that is named twice for one", () => {
    const line = { order_line_item_id: "1" }
    expect(map({ return_line_items: [line, line] }).lines).toEqual([
      { external_line_id: "1", quantity: 1 },
    ])
  })
})

describe("what is not known", () => {
  const problem = (read: () => unknown) => {
    try {
      read()
    } catch (error) {
      return error
    }
    return undefined
  }

  it("is waiting while the seller is asked, and else is not guessed", () => {
    const unknown = { return_status: "PONDERED" }
    expect(mapReturn(buildReturn(unknown)).state).toBe("waiting")
    expect(
      problem(() => mapReturn(buildReturn({ ...unknown, ...SILENT })))
    ).toMatchObject({
      path: "return_status",
      message: 'return_status: "PONDERED" is not known',
    })
    const cancellation = { cancel_status: "PONDERED" }
    expect(mapCancellation(buildCancellation(cancellation)).state).toBe(
      "waiting"
    )
    expect(
      problem(() =>
        mapCancellation(buildCancellation({ ...cancellation, ...SILENT }))
      )
    ).toBeInstanceOf(MappingError)
  })

  it.each<[JsonObject, string]>([
    [{ return_type: "SWAP" }, "return_type"],
    [{ order_id: "" }, "order_id"],
    [{ create_time: "soon" }, "create_time"],
    [{ return_line_items: [{}] }, "return_line_items[0].order_line_item_id"],
    [{ seller_next_action_response: "x" }, "seller_next_action_response"],
  ])("%j is named", (overrides, path) => {
    expect(problem(() => mapReturn(buildReturn(overrides)))).toMatchObject({
      path,
    })
  })

  it("offers no answer to a question that is new to us", () => {
    const asked = [{ action: "SELLER_RESPOND_RIDDLE", deadline: 1 }]
    expect(
      mapReturn(buildReturn({ seller_next_action_response: asked })).answers
    ).toEqual([])
  })

  it("never makes anything but a request or a MappingError", () => {
    const names = Object.keys(buildReturn())
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        const error = problem(() =>
          mapReturn(buildReturn({ [name]: value as JsonObject }))
        )
        expect(error === undefined || error instanceof MappingError).toBe(true)
      })
    )
  })
})

describe("TikTok's own examples", () => {
  const inDollars = (json: unknown): JsonObject =>
    JSON.parse(JSON.stringify(json).replaceAll('"IDR"', '"USD"'))

  it("of a cancellation is understood", () => {
    const [example] = exampleData(
      "/return_refund/202309/cancellations/search",
      "post"
    ).cancellations as JsonObject[]
    expect(mapCancellation(inDollars(example))).toMatchObject({
      external_id: "cancellation:4035318504086604100",
      order_external_id: "577087614418520388",
      state: "waiting",
      answers: ["approve", "reject"],
      respond_by: unix(1690554680),
      refund_amount: 123,
      lines: [{ external_line_id: "576468844534141348", quantity: 1 }],
    })
  })

  it("of a return is understood", () => {
    const [example] = exampleData(
      "/return_refund/202309/returns/search",
      "post"
    ).return_orders as JsonObject[]
    expect(mapReturn(inDollars(example))).toMatchObject({
      external_id: "return:4035318504086604100",
      kind: "refund",
      state: "waiting",
      tracking_number: "213456789098765433456",
      carrier: "J&T Express",
      next_external_id: "return:4035310341095393463",
      lines: [{ external_line_id: "576473917261451851", quantity: 1 }],
    })
  })
})
