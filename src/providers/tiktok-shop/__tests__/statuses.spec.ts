import {
  PARCEL_STATES,
  ParcelState,
} from "../../../domain/orders/neutral-order"
import {
  ORDER_STATUSES,
  OrderStatus,
} from "../../../domain/orders/order-status"
import {
  DOWNLOADABLE_STATUSES,
  meaningOf,
  RAW_STATUSES,
  rawStatusesOf,
} from "../statuses"

describe("meaningOf", () => {
  it.each([
    ["UNPAID", "new"],
    ["ON_HOLD", "new"],
    ["AWAITING_SHIPMENT", "awaiting_confirmation"],
    ["PARTIALLY_SHIPPING", "awaiting_confirmation"],
    ["AWAITING_COLLECTION", "confirmed"],
    ["IN_TRANSIT", "in_transit"],
    ["DELIVERED", "succeeded"],
  ])("%s is %s", (raw, status) => {
    expect(meaningOf(raw)).toEqual({ kind: "status", status })
  })

  it("leaves completed and cancelled to the order's history", () => {
    expect(meaningOf("COMPLETED")).toEqual({ kind: "completed" })
    expect(meaningOf("CANCELLED")).toEqual({ kind: "cancelled" })
  })

  it("knows the webhook's spelling and the numbers used before 202309", () => {
    expect(meaningOf("CANCEL")).toEqual(meaningOf("CANCELLED"))
    const numbers = [100, 105, 111, 114, 112, 121, 122, 130, 140]
    expect(numbers.map((one) => meaningOf(String(one)))).toEqual(
      RAW_STATUSES.map((raw) => meaningOf(raw))
    )
  })

  it.each<[ParcelState[], OrderStatus]>([
    [["to_arrange", "collected"], "awaiting_confirmation"],
    [["collected", "arranged"], "confirmed"],
    [["cancelled", "arranged"], "confirmed"],
    [["delivered", "collected", "cancelled"], "in_transit"],
    [["delivered"], "succeeded"],
    [["cancelled"], "awaiting_confirmation"],
  ])("a partly shipped order with parcels %p is %s", (states, status) => {
    const parcels = states.map((state) => ({ state }))
    expect(meaningOf("PARTIALLY_SHIPPING", parcels)).toEqual({
      kind: "status",
      status,
    })
    expect(meaningOf("114", parcels)).toEqual({ kind: "status", status })
  })

  it("takes every other status from the order, whatever its parcels say", () => {
    for (const raw of RAW_STATUSES) {
      if (raw !== "PARTIALLY_SHIPPING") {
        expect(meaningOf(raw, [{ state: "delivered" }])).toEqual(meaningOf(raw))
      }
    }
  })

  it.each(["", "awaiting_shipment", "SHIPPED", "constructor", "101"])(
    "does not guess %p",
    (raw) => {
      expect(meaningOf(raw)).toEqual({ kind: "unknown" })
    }
  )
})

describe("rawStatusesOf", () => {
  it("asks without a filter when no status is chosen", () => {
    expect(rawStatusesOf(undefined)).toBeUndefined()
    expect(rawStatusesOf([])).toBeUndefined()
  })

  it("asks once for a raw status that several choices share", () => {
    expect(
      rawStatusesOf(["cancelled_by_buyer", "cancelled_by_seller", "new"])
    ).toEqual(["UNPAID", "ON_HOLD", "CANCELLED"])
  })

  it("never misses an order: what a raw status means is found by asking for it", () => {
    for (const raw of RAW_STATUSES) {
      for (const state of PARCEL_STATES) {
        const meaning = meaningOf(raw, [{ state }])
        if (meaning.kind === "status") {
          expect(rawStatusesOf([meaning.status])).toContain(raw)
        }
      }
    }
    for (const status of ORDER_STATUSES) {
      expect(rawStatusesOf([status])).not.toHaveLength(0)
    }
    expect(rawStatusesOf(DOWNLOADABLE_STATUSES)).toEqual(RAW_STATUSES)
  })
})
