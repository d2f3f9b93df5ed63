import { ORDER_STATUSES } from "../../../domain/orders/order-status"
import { ParcelMark, ParcelMarkKind } from "../../../domain/parcels/parcel-mark"
import { needsNoGoods, parcelNeedsGoods } from "../needs-goods"

const marked = (kind: ParcelMarkKind): ParcelMark => ({
  parcel_external_id: "1",
  kind,
  at: new Date("2026-03-01T09:00:00Z"),
  recipient_key: null,
})

const MORNING = new Date("2026-03-01T08:00:00Z")
const AFTERNOON = new Date("2026-03-01T14:00:00Z")

it("goods are fetched for orders that are still to leave the shop, and for no others", () => {
  expect(ORDER_STATUSES.filter((status) => !needsNoGoods(status))).toEqual([
    "new",
    "awaiting_confirmation",
    "confirmed",
    "packing",
    "packed",
  ])
})

it.each([
  ["to_arrange", [], true],
  ["arranged", [], true],
  ["arranged", [marked("waybill_printed")], true],
  ["arranged", [marked("packed")], true],
  ["arranged", [marked("packed"), marked("handed_over")], false],
  ["collected", [], false],
  ["delivered", [], false],
  ["cancelled", [], false],
] as const)(
  "of an order that is being packed, goods of a parcel that is %s with %j: %s",
  (parcel_state, marks, needed) => {
    expect(
      parcelNeedsGoods(
        { status: "packing", parcel_state, marks: [...marks] },
        MORNING
      )
    ).toBe(needed)
  }
)

it("a parcel that stays behind needs goods while another is on its way", () => {
  expect(
    parcelNeedsGoods(
      { status: "in_transit", parcel_state: "arranged", marks: [] },
      MORNING
    )
  ).toBe(true)
})

it.each([
  ["packed", false],
  ["waybill_printed", true],
] as const)(
  "a list made after a parcel was %s fetches its goods: %s",
  (kind, needed) => {
    const facts = {
      status: "packing",
      parcel_state: "arranged",
      marks: [marked(kind)],
    } as const
    expect(
      parcelNeedsGoods({ ...facts, marks: [...facts.marks] }, AFTERNOON)
    ).toBe(needed)
  }
)
