import { order } from "../__fixtures__/orders"
import { nextDeadline } from "../deadline"
import { ORDER_STATUSES } from "../order-status"

const SHIP = new Date("2025-10-10T10:00:00Z")
const COLLECT = new Date("2025-10-11T10:00:00Z")
const CANCEL = new Date("2025-10-12T10:00:00Z")
const deadlines = {
  ship_by: SHIP,
  collect_by: COLLECT,
  deliver_by: null,
  cancel_at: CANCEL,
}

describe("nextDeadline", () => {
  it("is the shop's, the carrier's or nobody's, by status", () => {
    const paid = order({ deadlines })
    const found = ORDER_STATUSES.map((status) => [
      status,
      nextDeadline(paid, status)?.kind ?? null,
    ])
    expect(Object.fromEntries(found)).toEqual({
      new: "ship_by",
      awaiting_confirmation: "ship_by",
      confirmed: "ship_by",
      packing: "ship_by",
      packed: "ship_by",
      awaiting_collection: "collect_by",
      in_transit: null,
      succeeded: null,
      returning: null,
      returned: null,
      cancelled_by_seller: null,
      cancelled_by_buyer: null,
      cancelled_by_system: null,
    })
  })

  it("lets an unpaid order end when the marketplace cancels it", () => {
    const unpaid = order({ deadlines, paid_at: null, payment: "prepaid" })
    expect(nextDeadline(unpaid, "new")).toEqual({ kind: "pay_by", at: CANCEL })
  })

  it("asks the seller first where the seller has to confirm", () => {
    const waiting = order({
      deadlines,
      paid_at: null,
      seller_confirmation: "waiting",
    })
    expect(nextDeadline(waiting, "new")).toEqual({ kind: "ship_by", at: SHIP })
  })

  it("names none where the marketplace names none", () => {
    expect(nextDeadline(order(), "confirmed")).toBeNull()
  })
})
