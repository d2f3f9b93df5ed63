import {
  determineStatus,
  UNTOUCHED,
} from "../../../domain/orders/determine-status"
import {
  isCancelled,
  ORDER_STATUSES,
  OrderStatus,
} from "../../../domain/orders/order-status"
import { JsonObject } from "../../../domain/shared/json"
import {
  buildOrder,
  buildShipping,
  histories,
  SHOP,
} from "../__fixtures__/order"
import { mapOrder } from "../mappers"
import { meaningOf, RAW_STATUSES, rawStatusesOf } from "../statuses"

const decide = (overrides: JsonObject) =>
  determineStatus(mapOrder(buildOrder(overrides), SHOP), UNTOUCHED)

describe("every status of Tiki", () => {
  it.each<[string, OrderStatus]>([
    ["queueing", "new"],
    ["paid", "new"],
    ["picking", "confirmed"],
    ["packaging", "packing"],
    ["finished_packing", "packed"],
    ["ready_to_ship", "packed"],
    ["handover_to_partner", "in_transit"],
    ["shipping", "in_transit"],
    ["delivered", "succeeded"],
    ["successful_delivery", "succeeded"],
    ["complete", "succeeded"],
    ["returned", "returning"],
    ["canceled", "cancelled_by_system"],
    ["closed", "cancelled_by_system"],
    ["transferring_to_foreign_warehouses", "in_transit"],
    ["has_come_to_foreign_warehouses", "in_transit"],
    ["rotating_to_vietnam", "in_transit"],
    ["customs_clearance", "in_transit"],
    ["customs_clearance_complete", "in_transit"],
    ["item_arrived_in_vietnam", "in_transit"],
    ["ready_for_delivery", "in_transit"],
    ["on_delivery", "in_transit"],
  ])("%s is %s", (status, expected) => {
    expect(decide({ status })).toEqual({
      kind: "status",
      status: expected,
      rule: `raw:${status}`,
    })
  })

  it.each(["waiting_payment", "payment_review", "processing"])(
    "%s is not yet the seller's",
    (status) => {
      expect(decide({ status })).toEqual({
        kind: "ignored",
        rule: "not_yet_with_seller",
      })
    }
  )

  it.each(["cancelled", "QUEUEING", "toString", "__proto__", "doi_thanh_toan"])(
    "%s is none, and is not guessed",
    (status) => {
      expect(decide({ status })).toEqual({
        kind: "unknown",
        raw_status: status,
      })
    }
  )
})

describe("a held order", () => {
  const held = (...before: string[]) =>
    decide({ status: "holded", status_histories: histories(...before) })

  it("stands where it stood before", () => {
    expect(held("queueing", "picking", "holded")).toMatchObject({
      status: "confirmed",
    })
    expect(held("processing", "holded")).toMatchObject({ kind: "ignored" })
    expect(held("queueing", "shipping", "holded", "holded")).toMatchObject({
      status: "in_transit",
    })
  })

  it("is new when nothing is known of before", () => {
    expect(held("holded")).toMatchObject({ status: "new" })
    expect(held()).toMatchObject({ status: "new" })
  })

  it("carries a flag", () => {
    const { flags } = mapOrder(buildOrder({ status: "holded" }), SHOP)
    expect(flags).toEqual(["on_hold"])
    expect(mapOrder(buildOrder(), SHOP).flags).toEqual([])
  })

  it("is read by its history's times, not by its order", () => {
    const mixed = histories("queueing", "picking", "holded").reverse()
    expect(decide({ status: "holded", status_histories: mixed })).toMatchObject(
      { status: "confirmed" }
    )
  })
})

describe("a cancelled order comes back", () => {
  const cancelled = (overrides: JsonObject) =>
    decide({ status: "canceled", ...overrides })

  it.each<[string, JsonObject]>([
    [
      "after shipping",
      { status_histories: histories("queueing", "shipping", "canceled") },
    ],
    [
      "after the carrier took it",
      { status_histories: histories("picking", "handover_to_partner") },
    ],
    [
      "after delivery",
      { delivery: { delivery_confirmed_at: "2025-06-13 10:00:00" } },
    ],
    [
      "with a parcel on its way back",
      { shipping: buildShipping({ return_shipping_code: "R1" }) },
    ],
    [
      "abroad",
      {
        shipment_status_histories: [
          { status: "customs_clearance", created_at: "2025-06-12 10:00:00" },
        ],
      },
    ],
  ])("%s", (_what, overrides) => {
    expect(cancelled(overrides)).toEqual({
      kind: "status",
      status: "returning",
      rule: "cancelled_after_collection",
    })
  })

  it.each<[string, JsonObject]>([
    ["nothing", {}],
    ["packing", { status_histories: histories("queueing", "packaging") }],
    [
      "a history in a form of its own",
      { shipment_status_histories: [{ status: ["shipping"] }] },
    ],
  ])("but not after %s", (_what, overrides) => {
    expect(cancelled(overrides)).toMatchObject({
      status: "cancelled_by_system",
    })
  })
})

describe("the filter by status", () => {
  it("never misses an order of the status asked for, but by a shipment's word", () => {
    const missed = RAW_STATUSES.filter((raw) => {
      const meaning = meaningOf(raw)
      return (
        meaning.kind === "status" &&
        !rawStatusesOf([meaning.status])?.includes(raw)
      )
    })
    expect(missed).toEqual([
      "transferring_to_foreign_warehouses",
      "has_come_to_foreign_warehouses",
      "rotating_to_vietnam",
      "customs_clearance",
      "customs_clearance_complete",
      "item_arrived_in_vietnam",
      "ready_for_delivery",
      "on_delivery",
    ])
    for (const status of ORDER_STATUSES.filter(isCancelled)) {
      expect(rawStatusesOf([status])).toEqual(["canceled", "closed"])
    }
  })

  it("asks for held orders as well, which may stand anywhere", () => {
    expect(rawStatusesOf(["new"])).toEqual(["queueing", "paid", "holded"])
    expect(rawStatusesOf(["returning"])).toContain("canceled")
    expect(rawStatusesOf(["packed"])).toContain("picking")
  })

  it("names no word of a shipment, whatever is asked for", () => {
    expect(rawStatusesOf([...ORDER_STATUSES])).not.toContain("on_delivery")
  })

  it("is none when no status is asked for", () => {
    expect(rawStatusesOf(undefined)).toBeUndefined()
    expect(rawStatusesOf([])).toBeUndefined()
  })
})
