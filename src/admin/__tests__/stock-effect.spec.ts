import { HOST_STATES } from "../../domain/orders/host-state"
import { stockEffect } from "../lib/stock-effect"

describe("what an order does to stock", () => {
  it.each([
    ["pending", "reserved"],
    ["shipped", "deducted"],
    ["delivered", "deducted"],
    ["completed", "deducted"],
    ["canceled", "given_back"],
  ] as const)("where units were reserved, is by now (%s) %s", (state, said) => {
    expect(stockEffect({ import_rule: "reserved", host_state: state })).toBe(
      said
    )
  })

  it.each(HOST_STATES)(
    "stays nothing where nothing was reserved (%s)",
    (state) => {
      expect(
        stockEffect({ import_rule: "before_stock_from", host_state: state })
      ).toBe("before_stock_from")
      expect(stockEffect({ import_rule: null, host_state: state })).toBeNull()
    }
  )
})
