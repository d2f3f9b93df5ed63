import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import { Reply } from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"
import { buildOrder, buildShipping, histories } from "../__fixtures__/order"
import { setUp, setUpWith } from "../__fixtures__/scripted-provider"

const PAGE = "https://labels.example.test/912345678.html"
const PARCEL = {
  external_id: "912345678",
  order_external_ids: ["912345678"],
}

const order = (overrides: JsonObject = {}) =>
  answer(buildOrder({ status: "picking", ...overrides }))
const labels = (overrides: JsonObject = {}) =>
  answer({
    shipping_label_url: PAGE,
    shipping_stamp_url: null,
    ...overrides,
  })
const page = (
  body = "<!doctype html><p>Đơn 912345678</p>",
  type = "text/html; charset=utf-8"
) => new Response(body, { headers: { "content-type": type } })

function read(...replies: Reply[]) {
  const { provider, access, sent } = setUp(...replies)
  return { waybill: provider.readWaybill(access, PARCEL), sent }
}

it("is the page that Tiki names, fetched without credentials", async () => {
  const shipping = buildShipping({ pickup_shipping_code: "P912" })
  const { waybill, sent } = read(order({ shipping }), labels(), page())
  expect(await waybill).toEqual({
    kind: "html",
    content: "<!doctype html><p>Đơn 912345678</p>",
    tracking_number: "P912",
    base_url: PAGE,
  })
  expect(sent.map(({ url }) => url.origin + url.pathname)).toEqual([
    "https://api.tiki.vn/integration/v2/orders/912345678",
    "https://api.tiki.vn/integration/v2/orders/912345678/dropship/labels",
    PAGE,
  ])
  expect(sent[1].url.searchParams.get("format")).toBe("html")
  expect(sent[1].headers.authorization).toBe("Bearer access-1")
  expect(Object.keys(sent[2].headers).sort()).toEqual(["accept", "user-agent"])
})

it.each([
  ["tiki_delivery", "tiki-delivery"],
  ["dropship", "dropship"],
  ["seller_delivery", "seller-delivery"],
  ["cross_border", "cross-border"],
])("of an order that is %s is asked for as %s", async (type, model) => {
  const stamp = labels({ shipping_label_url: "", shipping_stamp_url: PAGE })
  const { waybill, sent } = read(
    order({ fulfillment_type: type }),
    stamp,
    page()
  )
  expect((await waybill).kind).toBe("html")
  expect(sent[1].url.pathname).toContain(`/${model}/labels`)
})

describe("there is none, and nothing more is asked,", () => {
  it.each([
    ["before the confirmation", { status: "queueing" }, "not confirmed"],
    ["before it is the seller's", { status: "processing" }, "not confirmed"],
    [
      "while an unconfirmed order is held",
      { status: "holded", status_histories: histories("queueing", "holded") },
      "not confirmed",
    ],
    ["of a cancelled order", { status: "canceled" }, "cancelled"],
    ["of a closed order", { status: "closed" }, "cancelled"],
    ["of a voucher", { fulfillment_type: "instant_delivery" }, "no label"],
    ["of an unnamed fulfilment", { fulfillment_type: null }, "no label"],
  ])("%s", async (_when, overrides, words) => {
    const { waybill, sent } = read(order(overrides), labels(), page())
    const error = await errorOf(waybill)
    expect(error.kind).toBe("rejected")
    expect(error.message).toContain(words)
    expect(sent).toHaveLength(1)
  })
})

it("is there for an order that Tiki calls confirmed in another way", async () => {
  const early = order({ status: "queueing", dropship_already: true })
  await expect(read(early, labels(), page()).waybill).resolves.toBeDefined()
  const held = order({
    status: "holded",
    status_histories: histories("queueing", "picking", "holded"),
  })
  await expect(read(held, labels(), page()).waybill).resolves.toBeDefined()
})

it.each([
  [
    "no address is named",
    [labels({ shipping_label_url: null, shipping_stamp_url: "" })],
  ],
  ["Tiki knows no label", [failure(404)]],
  ["the page is not there", [labels(), new Response("", { status: 404 })]],
])("is not ready while %s", async (_what, replies) => {
  const { waybill } = read(order(), ...replies)
  expect(await errorOf(waybill)).toMatchObject({ kind: "not_ready" })
})

it("is refused where Tiki refuses, in Tiki's words", async () => {
  const { waybill } = read(order(), failure(422, "Chưa xác nhận"))
  const error = await errorOf(waybill)
  expect(error.kind).toBe("rejected")
  expect(error.message).toContain("Chưa xác nhận")
})

it("of an order that Tiki does not know is not found", async () => {
  expect(await errorOf(read(failure(404)).waybill)).toMatchObject({
    kind: "not_found",
  })
})

it.each([
  "http://labels.example.test/1.html",
  "https://127.0.0.1/1.html",
  "http://api.tiki.vn/1.html",
  "ftp://labels.example.test/1.html",
])("is not fetched from %s", async (shipping_label_url) => {
  const { waybill, sent } = read(order(), labels({ shipping_label_url }))
  expect(await errorOf(waybill)).toMatchObject({ kind: "rejected" })
  expect(sent).toHaveLength(2)
})

it("comes from the sandbox without TLS, and from no other port", async () => {
  const options = { apiUrl: "http://localhost:4010" }
  const at = (host: string) => {
    const address = `http://${host}/tiki/labels/1.html`
    const { provider, access } = setUpWith(
      options,
      order(),
      labels({ shipping_label_url: address }),
      page()
    )
    return provider.readWaybill(access, PARCEL)
  }
  await expect(at("localhost:4010")).resolves.toBeDefined()
  expect(await errorOf(at("localhost:9000"))).toMatchObject({
    kind: "rejected",
  })
})

it.each([
  ["words", "Label sẽ có sau"],
  ["data", '{"errors":[]}'],
  ["nothing", ""],
])("is no page when it holds %s", async (_what, body) => {
  const { waybill } = read(order(), labels(), page(body))
  expect(await errorOf(waybill)).toMatchObject({ kind: "invalid_response" })
})

it("is no larger than a page can be", async () => {
  const body = `<html>${"x".repeat(2_000_000)}`
  const { waybill } = read(order(), labels(), page(body))
  expect(await errorOf(waybill)).toMatchObject({ kind: "rejected" })
})
