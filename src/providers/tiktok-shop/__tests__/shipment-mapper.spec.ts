import { ShipmentHindrance } from "../../../domain/provider/shipment-hindrance"
import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildUnit } from "../__fixtures__/order"
import { mapShipmentOffer, mapSlot, fieldsOf, slotOf } from "../mappers"

const PARCEL = "1153000000000000777"

function offer(...orders: (JsonObject | null)[]) {
  const known = orders.map((order, place) => ({ id: String(place), order }))
  return mapShipmentOffer(
    { external_id: PARCEL, order_external_ids: known.map(({ id }) => id) },
    new Map(
      known.flatMap(({ id, order }) =>
        order ? [[id, buildOrder({ id, ...order })] as const] : []
      )
    )
  )
}

const units = (overrides: JsonObject) => ({
  line_items: [buildUnit(overrides)],
})
const CANCELLED = {
  status: "CANCELLED",
  ...units({ display_status: "CANCELLED" }),
}

describe("where a shipment stands", () => {
  it.each<[string, JsonObject, string, ShipmentHindrance | null]>([
    ["waits", {}, "to_arrange", null],
    ["waits in part", { status: "PARTIALLY_SHIPPING" }, "to_arrange", null],
    ["is unpaid", { status: "UNPAID" }, "not_yet", { code: "unpaid" }],
    ["is on hold", { status: "ON_HOLD" }, "not_yet", { code: "on_hold" }],
    [
      "is to be cancelled",
      { is_buyer_request_cancel: true },
      "not_yet",
      { code: "buyer_cancel_requested" },
    ],
    ["is cancelled", CANCELLED, "not_offered", { code: "cancelled" }],
    [
      "is refunded",
      { status: "COMPLETED" },
      "not_offered",
      { code: "cancelled" },
    ],
    [
      "is TikTok's",
      { fulfillment_type: "FULFILLMENT_BY_TIKTOK" },
      "not_offered",
      { code: "fulfilled_by_marketplace" },
    ],
    [
      "has its own carrier",
      { shipping_type: "SELLER" },
      "not_offered",
      { code: "own_carrier" },
    ],
    [
      "is new to us",
      { status: "TELEPORTED" },
      "not_offered",
      { code: "past_arranging", params: { status: "TELEPORTED" } },
    ],
    [
      "was split",
      { packages: [], ...units({ package_id: "8" }) },
      "not_offered",
      { code: "in_other_parcels" },
    ],
    [
      "cannot be read",
      { line_items: 7 },
      "not_offered",
      { code: "not_understood", params: { detail: "line_items: is no list" } },
    ],
  ])("of an order that %s", (_what, order, state, reason) => {
    expect(offer(order)).toMatchObject({ state, reason })
  })

  it.each(["PROCESSING", "FULFILLING", "COMPLETED"])(
    "says that it was arranged when it is %s",
    (package_status) => {
      const order = units({ package_status, tracking_number: "VN9" })
      expect(offer({ status: "IN_TRANSIT", ...order })).toEqual({
        parcel: { external_id: PARCEL, order_external_ids: ["0"] },
        state: "arranged",
        reason: null,
        tracking_number: "VN9",
      })
    }
  )

  it("is not offered for what TikTok does not know", () => {
    expect(offer(null)).toMatchObject({
      state: "not_offered",
      reason: { code: "unknown_order" },
    })
    expect(offer()).toMatchObject({
      state: "not_offered",
      reason: { code: "unknown_order" },
    })
  })

  it("of a combined parcel waits for every order that still has goods in it", () => {
    expect(offer({}, {})).toMatchObject({ state: "to_arrange" })
    expect(offer({}, { is_buyer_request_cancel: true })).toMatchObject({
      state: "not_yet",
    })
    expect(
      offer({}, { fulfillment_type: "FULFILLMENT_BY_TIKTOK" })
    ).toMatchObject({ state: "not_offered" })
    expect(offer(CANCELLED, {})).toMatchObject({ state: "to_arrange" })
    expect(offer(null, {})).toMatchObject({ state: "to_arrange" })
    expect(offer(CANCELLED, CANCELLED)).toMatchObject({ state: "not_offered" })
  })
})

describe("a pickup slot", () => {
  const slot = (json: JsonObject, region = "VN") =>
    mapSlot(fieldsOf(json), region)
  const start_time = 1_760_061_600
  const end_time = start_time + 4 * 3600

  it("is told in the shop's time", () => {
    expect(slot({ start_time, end_time, avaliable: true })).toEqual({
      value: "1760061600-1760076000",
      label: {
        en: "Fri 10/10/2025, 09:00–13:00",
        vi: "Thứ Sáu 10/10/2025, 09:00–13:00",
      },
    })
    expect(slot({ start_time, end_time }, "SG")?.label.en).toBe(
      "Fri 10/10/2025, 10:00–14:00"
    )
    expect(slot({ start_time, end_time }, "XX")?.label.en).toBe(
      "Fri 10/10/2025, 02:00–06:00 UTC"
    )
  })

  it("names the day on which it ends, when that is another one", () => {
    const late = { start_time, end_time: start_time + 20 * 3600 }
    expect(slot(late)?.label.vi).toBe(
      "Thứ Sáu 10/10/2025, 09:00–11/10/2025 05:00"
    )
  })

  it("that is taken is none", () => {
    expect(slot({ start_time, end_time, avaliable: false })).toBeNull()
  })

  it("is handed back as it was", () => {
    const value = slot({ start_time, end_time })?.value ?? ""
    expect(slotOf(value)).toEqual({ start_time, end_time })
    for (const wrong of ["", "1-", "morning", "1-2-3", "1.5-2"]) {
      expect(slotOf(wrong)).toBeUndefined()
    }
  })
})
