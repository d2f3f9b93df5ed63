import { NeutralParcel, ParcelState } from "../../orders/neutral-order"
import { OrderStatus } from "../../orders/order-status"
import { ParcelMark } from "../parcel-mark"
import { shopActions } from "../shop-actions"
import { judgeUndoPacked } from "../undo-packed"

const ALL = { arranges: true, gives_waybills: true }
const AT = new Date("2025-10-10T00:00:00Z")

function parcel(external_id: string, state: ParcelState): NeutralParcel {
  return {
    external_id,
    state,
    raw_status: null,
    tracking_number: null,
    carrier: null,
    external_line_ids: [],
  }
}

function mark(kind: ParcelMark["kind"], of: string | null = null): ParcelMark {
  return { kind, parcel_external_id: of, at: AT }
}

function actions(
  status: OrderStatus,
  parcels: NeutralParcel[],
  marks: ParcelMark[] = [],
  abilities = ALL
) {
  const lines = [{ fulfilled_by: "seller" }] as never
  return shopActions({ flags: [], parcels, lines }, status, marks, abilities)
}

describe("shopActions", () => {
  it.each<[OrderStatus, NeutralParcel[], ParcelMark[], string[]]>([
    ["new", [], [], []],
    [
      "awaiting_confirmation",
      [parcel("1", "to_arrange")],
      [],
      ["arrange_shipment", "print_pick_list"],
    ],
    [
      "confirmed",
      [parcel("1", "arranged")],
      [],
      [
        "print_waybills",
        "print_pick_list",
        "mark_packed",
        "mark_awaiting_collection",
      ],
    ],
    [
      "packed",
      [parcel("1", "arranged")],
      [mark("waybill_printed", "1"), mark("packed", "1")],
      ["print_waybills", "undo_packed", "mark_awaiting_collection"],
    ],
    [
      "awaiting_collection",
      [parcel("1", "arranged")],
      [mark("packed", "1"), mark("handed_over", "1")],
      ["print_waybills"],
    ],
    ["in_transit", [parcel("1", "collected")], [], ["mark_returned"]],
    ["returning", [parcel("1", "cancelled")], [], ["mark_returned"]],
    ["returned", [parcel("1", "cancelled")], [], []],
    ["cancelled_by_buyer", [parcel("1", "cancelled")], [], []],
  ])("from %s", (status, parcels, marks, expected) => {
    expect(actions(status, parcels, marks)).toEqual(expected)
  })

  it("offers what is legal for one parcel of several", () => {
    const parcels = [parcel("1", "arranged"), parcel("2", "to_arrange")]
    expect(actions("awaiting_confirmation", parcels)).toContain(
      "arrange_shipment"
    )
    expect(
      actions(
        "confirmed",
        [parcel("1", "arranged"), parcel("2", "arranged")],
        [mark("packed", "1")]
      )
    ).toEqual(expect.arrayContaining(["mark_packed", "undo_packed"]))
  })

  it("offers what the shop does by itself when no calls are made", () => {
    const none = { arranges: false, gives_waybills: false }
    expect(
      actions("confirmed", [parcel("1", "arranged")], [], none)
    ).not.toContain("print_waybills")
    expect(actions("awaiting_confirmation", [], [], none)).toEqual([
      "print_pick_list",
    ])
  })

  it("offers nothing for goods that others send", () => {
    const lines = [{ fulfilled_by: "marketplace" }] as never
    const order = { flags: [], parcels: [parcel("1", "arranged")], lines }
    expect(shopActions(order, "confirmed", [], ALL)).toEqual([])
  })
})

describe("judgeUndoPacked", () => {
  const facts = {
    status: "packed" as const,
    parcel_state: "arranged" as const,
    recipient_key: "there",
    surplus: [{ external_sku_id: "1", units: 1 }],
  }

  it("takes the mark back although the buyer wants to cancel, has cancelled some of it or has moved", () => {
    const printed = { ...mark("waybill_printed", "1"), recipient_key: "here" }
    expect(
      judgeUndoPacked({
        ...facts,
        flags: ["buyer_cancel_requested"],
        marks: [printed, mark("packed", "1")],
      })
    ).toEqual({ ok: true })
  })

  it("knows when there is none, and when the carrier has it", () => {
    expect(judgeUndoPacked({ ...facts, flags: [], marks: [] })).toEqual({
      ok: false,
      code: "not_packed",
    })
    expect(
      judgeUndoPacked({
        ...facts,
        flags: [],
        marks: [mark("packed", "1"), mark("handed_over", "1")],
      })
    ).toEqual({ ok: false, code: "already_handed_over" })
  })
})
