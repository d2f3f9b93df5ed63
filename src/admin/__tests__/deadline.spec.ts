import { ORDER_STATUSES } from "../../domain/orders/order-status"
import { deadlineOf } from "../lib/deadline"

const ship_by = "2026-11-22T10:00:00.000Z"

describe("deadlineOf", () => {
  it("counts only until the goods have left the shop", () => {
    const due = ORDER_STATUSES.filter((status) =>
      deadlineOf({ status, ship_by })
    )
    expect(due).toEqual([
      "new",
      "awaiting_confirmation",
      "confirmed",
      "packing",
      "packed",
      "awaiting_collection",
    ])
  })

  it("is null where the marketplace names none, or the status is unknown", () => {
    expect(deadlineOf({ status: "new", ship_by: null })).toBeNull()
    expect(deadlineOf({ status: null, ship_by })).toBeNull()
  })
})
