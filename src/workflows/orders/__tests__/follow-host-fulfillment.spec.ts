import { ORDER_STATUSES } from "../../../domain/orders/order-status"
import { consequenceFor } from "../follow-host-fulfillment"

describe("what follows when staff fulfils an order on Medusa's page", () => {
  it("waits with an order that cannot be arranged yet, and arranges one that can", () => {
    expect(consequenceFor(true, "new")).toBe("fulfilled_in_medusa:waiting")
    expect(consequenceFor(true, null)).toBe("fulfilled_in_medusa:waiting")
    expect(consequenceFor(true, "awaiting_confirmation")).toBe(
      "fulfilled_in_medusa:arranging"
    )
  })

  it("leaves everything else to the marketplace", () => {
    for (const status of ORDER_STATUSES) {
      expect(consequenceFor(false, status)).toBe(
        "fulfilled_in_medusa:moves_by_itself"
      )
    }
    expect(consequenceFor(true, "in_transit")).toBe(
      "fulfilled_in_medusa:moves_by_itself"
    )
  })
})
