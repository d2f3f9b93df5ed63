import { JsonObject } from "../../../domain/shared/json"
import {
  buildItem,
  buildOrder,
  buildShipping,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const CANCELLED_AT = new Date("2025-06-13T03:00:00Z")

/** When the goods of an order that is cancelled now, without a history, had left. */
const leftAt = (overrides: JsonObject) =>
  mapOrder(
    buildOrder({
      status: "canceled",
      cancel_info: { canceled_at: "2025-06-13 10:00:00" },
      ...overrides,
    }),
    SHOP
  ).collected_at
const shipping = (overrides: JsonObject) => ({
  shipping: buildShipping(overrides),
})

describe("the goods of a cancelled order without a history", () => {
  it.each<[string, JsonObject]>([
    ["a tracking code", shipping({ tracking_code: "T1" })],
    ["a code of the delivery", shipping({ delivery_shipping_code: "D1" })],
    ["a code of the way back", shipping({ return_shipping_code: "R1" })],
    ["a shipment that was picked", shipping({ status: "picked" })],
    ["a shipment that returns", shipping({ status: "Returning" })],
    [
      "a shipment's detail",
      shipping({ shipping_detail: { status: "delivering" } }),
    ],
    ["a state of the order", { state_histories: [{ state: "shipping" }] }],
    [
      "goods coming back",
      { items: [buildItem({ inventory_withdrawals: [{}] })] },
    ],
  ])("left, as %s proves", (_what, overrides) => {
    expect(leftAt(overrides)).toEqual(CANCELLED_AT)
  })

  it.each<[string, JsonObject]>([
    [
      "fulfilled_at",
      { items: [buildItem({ fulfilled_at: "2025-06-12 08:00:00" })] },
    ],
    [
      "the detail",
      shipping({
        shipping_detail: { status: "picked", timestamp: 1749690000000 },
      }),
    ],
  ])("left when %s says", (_what, overrides) => {
    expect(leftAt(overrides)).toEqual(new Date("2025-06-12T01:00:00Z"))
  })

  it.each<[string, JsonObject]>([
    ["nothing is said", {}],
    ["there is no shipping", { shipping: null }],
    ["the shipment waits", shipping({ status: "waiting_for_pickup" })],
    [
      "the carrier has not come for the parcel",
      shipping({ tracking_code: "T1", status: "ready_to_pick" }),
    ],
    [
      "the detail is not understood",
      shipping({ shipping_detail: "none", status: 7 }),
    ],
    ["the states are not understood", { state_histories: ["shipping", 4] }],
    ["only the pickup was booked", shipping({ pickup_shipping_code: "P1" })],
  ])("did not leave where %s", (_what, overrides) => {
    expect(leftAt(overrides)).toBeNull()
  })

  it("is asked of cancelled orders only: a living one has its status", () => {
    expect(
      leftAt({ status: "picking", ...shipping({ tracking_code: "T1" }) })
    ).toBeNull()
  })
})
